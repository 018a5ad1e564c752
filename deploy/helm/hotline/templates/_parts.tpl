{{- define "hotline.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "hotline.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end }}

{{- define "hotline.labels" -}}
{{ include "hotline.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "hotline.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "hotline.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* What every part is told of the cluster; .part is also the role it logs in with. */}}
{{- define "hotline.environment" -}}
- name: HOTLINE_NAMESPACE
  value: {{ .root.Values.topicNamespace | quote }}
- name: HOTLINE_KAFKA_BOOTSTRAP
  value: {{ .root.Values.kafka.bootstrap | quote }}
- name: HOTLINE_REGISTRY_URL
  value: {{ .root.Values.registry.url | quote }}
- name: HOTLINE_REPLICATION_FACTOR
  value: {{ .root.Values.kafka.replicationFactor | quote }}
- name: HOTLINE_KAFKA_CLIENT_AUTO_REGISTER_SCHEMAS
  value: {{ eq .part "operator" | quote }}
{{- with .root.Values.kafka.security }}
{{- if .enabled }}
- name: HOTLINE_KAFKA_CLIENT_SECURITY_PROTOCOL
  value: SASL_SSL
- name: HOTLINE_KAFKA_CLIENT_SASL_MECHANISM
  value: {{ .mechanism | quote }}
- name: HOTLINE_KAFKA_CLIENT_SASL_JAAS_CONFIG
  valueFrom:
    secretKeyRef:
      name: {{ index .userSecrets $.part }}
      key: sasl.jaas.config
- name: HOTLINE_KAFKA_CLIENT_SSL_TRUSTSTORE_TYPE
  value: PEM
- name: HOTLINE_KAFKA_CLIENT_SSL_TRUSTSTORE_LOCATION
  value: /etc/hotline/authority/ca.crt
{{- end }}
{{- end }}
{{- end }}

{{- define "hotline.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- if .root.Values.kafka.security.enabled }}
- name: authority
  mountPath: /etc/hotline/authority
  readOnly: true
{{- end }}
{{- end }}

{{- define "hotline.volumes" -}}
- name: tmp
  emptyDir: {}
{{- if .root.Values.kafka.security.enabled }}
- name: authority
  secret:
    secretName: {{ .root.Values.kafka.security.caSecret }}
{{- end }}
{{- end }}

{{- define "hotline.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Live, ready, and time to start: restoring a store may take minutes. */}}
{{- define "hotline.probes" -}}
startupProbe:
  httpGet: {path: /health/live, port: http}
  periodSeconds: 3
  failureThreshold: 60
livenessProbe:
  httpGet: {path: /health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: {path: /health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 5
{{- end }}
