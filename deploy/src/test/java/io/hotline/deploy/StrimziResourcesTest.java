package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;

/**
 * The resources in deploy/strimzi are what the catalogue says, and what Strimzi's own model knows.
 * With {@code -Dhotline.strimzi.write=true} they are written anew.
 */
class StrimziResourcesTest {
  private static final Path FOLDER = ComposeFile.top().resolve("deploy/strimzi");

  @Test
  void topicsAndUsersAreThoseOfTheCatalogue() throws IOException {
    for (Map.Entry<String, String> file :
        Map.of(
                "topics.yaml", StrimziResources.topics(),
                "users.yaml", StrimziResources.users())
            .entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      if (Boolean.getBoolean("hotline.strimzi.write")) {
        Files.writeString(path, file.getValue());
      }
      assertThat(path)
          .as(path + " is not what the catalogue says; write it with -Dhotline.strimzi.write=true")
          .hasContent(file.getValue());
    }
  }

  /** The clients' version is the one in the parent's pom.xml; so is that of the tests' broker. */
  @Test
  void theClusterIsOfTheVersionThatTheHouseIsBuiltAgainst() throws IOException {
    String version = AppInfoParser.getVersion();
    List<Object> resources =
        Manifests.read(
            List.of(FOLDER.resolve("kafka.yaml")),
            Map.of("Kafka", Kafka.class, "KafkaNodePool", KafkaNodePool.class));
    assertThat(resources)
        .filteredOn(Kafka.class::isInstance)
        .extracting(kafka -> ((Kafka) kafka).getSpec().getKafka().getVersion())
        .containsExactly(version);
    assertThat(ComposeFile.read("docker-compose.yml").image("kafka")).endsWith(":" + version);
    assertThat(ComposeFile.read("docker-compose.three-brokers.yml").image("kafka-2"))
        .endsWith(":" + version);
    assertThat(ComposeFile.top().resolve(".env"))
        .content()
        .contains("KAFKA_IMAGE=apache/kafka:" + version + "\n");
  }

  @Test
  void strimziKnowsEveryField() throws IOException {
    List<Object> resources =
        Manifests.read(
            List.of(
                FOLDER.resolve("kafka.yaml"),
                FOLDER.resolve("topics.yaml"),
                FOLDER.resolve("users.yaml")),
            Map.of(
                "Kafka", Kafka.class,
                "KafkaNodePool", KafkaNodePool.class,
                "KafkaTopic", KafkaTopic.class,
                "KafkaUser", KafkaUser.class));
    assertThat(resources)
        .hasAtLeastOneElementOfType(Kafka.class)
        .hasAtLeastOneElementOfType(KafkaNodePool.class);
    resources.forEach(each -> assertThat(Manifests.unknownFields(each)).isEmpty());
    assertThat(resources)
        .filteredOn(KafkaUser.class::isInstance)
        .allSatisfy(
            user ->
                assertThat(
                        ((KafkaUserAuthorizationSimple)
                                ((KafkaUser) user).getSpec().getAuthorization())
                            .getAcls())
                    .isNotEmpty()
                    .allSatisfy(
                        acl -> {
                          assertThat(acl.getResource()).isNotNull();
                          assertThat(acl.getOperations()).isNotEmpty().doesNotContainNull();
                        }));
  }
}
