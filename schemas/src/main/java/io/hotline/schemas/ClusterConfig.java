package io.hotline.schemas;

import java.util.Map;
import java.util.Properties;

/**
 * Where the cluster is and how to speak to it; the same for every client of the house.
 *
 * @param bootstrapServers Kafka's {@code host:port[,host:port...]}
 * @param registryUrl base address of the Confluent Schema Registry API
 * @param serializer class name of the Avro value serializer, configured as Kafka configures it
 * @param deserializer class name of the Avro value deserializer
 * @param clientProperties further properties for every Kafka client, such as {@code
 *     security.protocol} and {@code sasl.*}; passed on unread
 * @throws IllegalArgumentException naming the key, the value and what is allowed
 */
public record ClusterConfig(
    String bootstrapServers,
    String registryUrl,
    String serializer,
    String deserializer,
    Map<String, String> clientProperties) {

  /** Ours, from {@code io.hotline.schemas.wire}. */
  public static final String DEFAULT_SERIALIZER = "io.hotline.schemas.wire.HotlineAvroSerializer";

  /** Ours, from {@code io.hotline.schemas.wire}. */
  public static final String DEFAULT_DESERIALIZER =
      "io.hotline.schemas.wire.HotlineAvroDeserializer";

  public ClusterConfig {
    if (!bootstrapServers.matches("[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*")) {
      throw new IllegalArgumentException(
          "kafka.bootstrap '" + bootstrapServers + "': expected host:port[,host:port...]");
    }
    if (!registryUrl.matches("https?://.+")) {
      throw new IllegalArgumentException(
          "registry.url '" + registryUrl + "': expected an http:// or https:// address");
    }
    clientProperties = Map.copyOf(clientProperties);
  }

  /** A cluster spoken to in plain text with our own serializer. */
  public static ClusterConfig plain(String bootstrapServers, String registryUrl) {
    return new ClusterConfig(
        bootstrapServers, registryUrl, DEFAULT_SERIALIZER, DEFAULT_DESERIALIZER, Map.of());
  }

  /**
   * Properties common to every producer, consumer, admin and Streams client of this cluster,
   * including {@code schema.registry.url} for the serializers. Only for handing to Kafka.
   */
  public Properties toClientProperties() {
    Properties properties = new Properties();
    clientProperties.forEach(properties::put);
    properties.put("bootstrap.servers", bootstrapServers);
    properties.put("schema.registry.url", registryUrl);
    return properties;
  }
}
