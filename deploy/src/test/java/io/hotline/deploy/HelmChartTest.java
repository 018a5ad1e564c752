package io.hotline.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart, by Helm itself and by the models of what it makes. */
class HelmChartTest {
  private static final Path CHART = ComposeFile.top().resolve("deploy/helm/hotline");

  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "ConfigMap", ConfigMap.class,
          "CronJob", CronJob.class,
          "Deployment", Deployment.class,
          "Ingress", Ingress.class,
          "Job", Job.class,
          "NetworkPolicy", NetworkPolicy.class,
          "PodDisruptionBudget", PodDisruptionBudget.class,
          "Service", Service.class,
          "StatefulSet", StatefulSet.class);

  @Test
  void helmFindsNothingToSay() {
    LintResult lint = new Helm(CHART).lint().strict().call();
    assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
  }

  @Test
  void kubernetesKnowsEveryFieldWithDefaultsAndWithEverything() {
    Map<String, HasMetadata> plain = resources(template());
    assertThat(plain)
        .containsKeys(
            "StatefulSet/house-hotline-processors",
            "Service/house-hotline-processors",
            "PodDisruptionBudget/house-hotline-processors",
            "Deployment/house-hotline-gateway",
            "Job/house-hotline-topics",
            "NetworkPolicy/house-hotline-gateway");
    Map<String, HasMetadata> full = resources(everything());
    assertThat(full)
        .containsKeys(
            "CronJob/house-hotline-ingest",
            "ConfigMap/house-hotline-rules",
            "Ingress/house-hotline-gateway");
    plain.values().forEach(each -> assertThat(Manifests.unknownFields(each)).isEmpty());
    full.values().forEach(each -> assertThat(Manifests.unknownFields(each)).isEmpty());
  }

  @Test
  void noPodRunsAsRootOrWritesToItsImage() {
    resources(everything())
        .forEach(
            (name, resource) -> {
              PodSpec pod = pod(resource);
              if (pod == null) {
                return;
              }
              assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
              assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
              for (Container container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .as(name)
                    .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .as(name)
                    .containsExactly("ALL");
                assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
              }
            });
  }

  @Test
  void processorsKeepTheirStateAndEachPartLogsInAsItself() {
    Map<String, HasMetadata> full = resources(everything());
    StatefulSet processors =
        (StatefulSet) requireNonNull(full.get("StatefulSet/house-hotline-processors"));
    assertThat(processors.getSpec().getVolumeClaimTemplates())
        .extracting(claim -> claim.getMetadata().getName())
        .containsExactly("data");
    assertThat(processors.getSpec().getReplicas())
        .as("KEDA's business, when it is at work")
        .isNull();
    assertThat(user(full.get("StatefulSet/house-hotline-processors")))
        .isEqualTo("hotline-processors");
    assertThat(user(full.get("Deployment/house-hotline-gateway"))).isEqualTo("hotline-gateway");
    assertThat(user(full.get("Job/house-hotline-topics"))).isEqualTo("hotline-operator");
    assertThat(user(full.get("CronJob/house-hotline-ingest"))).isEqualTo("hotline-ingest");
  }

  @Test
  void theScalerLooksAtTheTopicAndTheGroupThatThereAre() {
    String scaler =
        Manifests.documents(everything().call()).stream()
            .filter(each -> "ScaledObject".equals(each.get("kind")))
            .map(Object::toString)
            .findFirst()
            .orElse("none");
    assertThat(scaler)
        .contains("topic=" + Topics.items(Namespace.LIVE).name())
        .contains("consumerGroup=" + Namespace.LIVE + "-enrichment");
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "kafka.bootstrap, no-port",
    "processors.replicas, 0",
    "processors.threads, many",
    "processors.storage.size, big",
    "registry.url, registry",
    "topicNamespace, Not_A_Namespace",
    "gateway.service.type, Magic",
    "gateway.replica, 2",
    "kafka.replicationFactor, 16",
  })
  void wrongValuesAreRefusedByName(String key, String value) {
    assertThatThrownBy(() -> template().set(key, value).call())
        .hasMessageContaining(key.substring(key.lastIndexOf('.') + 1));
  }

  private static TemplateCommand template() {
    // The library leaves out what are hooks, so here the job is none.
    return new Helm(CHART)
        .template()
        .withName("house")
        .withNamespace("news")
        .withKubeVersion("1.30.0")
        .set("topics.hook", false);
  }

  private static TemplateCommand everything() {
    return template()
        .withValuesFile(
            ComposeFile.top()
                .resolve("deploy/src/test/resources/io/hotline/deploy/everything.yaml"));
  }

  private static Map<String, HasMetadata> resources(TemplateCommand command) {
    Map<String, HasMetadata> resources = new TreeMap<>();
    for (Map<String, Object> document : Manifests.documents(command.call())) {
      if (TYPES.containsKey(String.valueOf(document.get("kind")))) {
        HasMetadata resource = (HasMetadata) Manifests.typed(document, TYPES);
        resources.put(resource.getKind() + "/" + resource.getMetadata().getName(), resource);
      } else {
        assertThat(document.get("kind")).isIn("ServiceMonitor", "ScaledObject");
      }
    }
    return resources;
  }

  private static @Nullable PodSpec pod(@Nullable HasMetadata resource) {
    if (resource instanceof StatefulSet set) {
      return set.getSpec().getTemplate().getSpec();
    }
    if (resource instanceof Deployment deployment) {
      return deployment.getSpec().getTemplate().getSpec();
    }
    if (resource instanceof Job job) {
      return job.getSpec().getTemplate().getSpec();
    }
    if (resource instanceof CronJob cron) {
      return cron.getSpec().getJobTemplate().getSpec().getTemplate().getSpec();
    }
    return null;
  }

  /** The secret that the part's password comes from. */
  private static String user(@Nullable HasMetadata resource) {
    return requireNonNull(pod(resource)).getContainers().get(0).getEnv().stream()
        .filter(each -> each.getName().equals("HOTLINE_KAFKA_CLIENT_SASL_JAAS_CONFIG"))
        .map(each -> each.getValueFrom().getSecretKeyRef().getName())
        .findFirst()
        .orElse("none");
  }
}
