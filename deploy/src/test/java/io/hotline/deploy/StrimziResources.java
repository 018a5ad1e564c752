package io.hotline.deploy;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.access.Grant;
import io.hotline.schemas.access.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Writes the catalogue of topics and rights as Strimzi's resources. */
final class StrimziResources {
  private static final String VERSION = "kafka.strimzi.io/v1";
  private static final int REPLICAS = 3;

  private StrimziResources() {}

  static String topics() {
    return "# Written from the catalogue of topics by StrimziResourcesTest; do not edit. The topics of\n"
        + "# signals come and go with their rules: `hotline topics apply` makes them.\n"
        + Topics.fixed(Namespace.LIVE).stream()
            .map(StrimziResources::topic)
            .collect(Collectors.joining("---\n"));
  }

  private static String topic(TopicSpec<?> topic) {
    Map<String, String> config = new TreeMap<>(topic.config());
    config.put("min.insync.replicas", "2");
    return head("KafkaTopic", topic.name())
        + "spec:\n"
        + "  topicName: "
        + topic.name()
        + "\n"
        + "  partitions: "
        + topic.partitions()
        + "\n"
        + "  replicas: "
        + REPLICAS
        + "\n"
        + "  config:\n"
        + config.entrySet().stream()
            .map(each -> "    " + each.getKey() + ": " + value(each.getValue()) + "\n")
            .collect(Collectors.joining());
  }

  private static String value(String text) {
    return text.matches("-?\\d{1,15}") ? text : '"' + text + '"';
  }

  static String users() {
    return "# Written from the catalogue of rights by StrimziResourcesTest; do not edit.\n"
        + List.of(Role.values()).stream()
            .map(StrimziResources::user)
            .collect(Collectors.joining("---\n"));
  }

  private static String user(Role role) {
    return head("KafkaUser", role.user(Namespace.LIVE))
        + "spec:\n"
        + "  authentication:\n"
        + "    type: scram-sha-512\n"
        + "  authorization:\n"
        + "    type: simple\n"
        + "    acls:\n"
        + role.grants(Namespace.LIVE).stream()
            .map(StrimziResources::acl)
            .collect(Collectors.joining());
  }

  private static String acl(Grant grant) {
    return "      - resource: {type: "
        + resource(grant.resource())
        + ", name: "
        + grant.name()
        + ", patternType: "
        + (grant.pattern() == org.apache.kafka.common.resource.PatternType.PREFIXED
            ? "prefix"
            : "literal")
        + "}\n        operations: ["
        + grant.operations().stream()
            .map(StrimziResources::operation)
            .collect(Collectors.joining(", "))
        + "]\n";
  }

  private static String resource(ResourceType type) {
    return switch (type) {
      case TOPIC -> "topic";
      case GROUP -> "group";
      case TRANSACTIONAL_ID -> "transactionalId";
      default -> throw new IllegalArgumentException("Strimzi has no name for " + type);
    };
  }

  /** {@code DESCRIBE_CONFIGS} as {@code DescribeConfigs}. */
  private static String operation(AclOperation operation) {
    StringBuilder name = new StringBuilder();
    for (String word : operation.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  private static String head(String kind, String name) {
    return "apiVersion: "
        + VERSION
        + "\n"
        + "kind: "
        + kind
        + "\n"
        + "metadata:\n"
        + "  name: "
        + name
        + "\n"
        + "  labels:\n"
        + "    strimzi.io/cluster: hotline\n";
  }
}
