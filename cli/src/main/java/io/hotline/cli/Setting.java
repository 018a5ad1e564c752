package io.hotline.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting there is: its key in the configuration file, its default, what it means. */
enum Setting {
  KAFKA_BOOTSTRAP("kafka.bootstrap", "localhost:9092", "Kafka's host:port[,host:port...]"),
  REGISTRY_URL("registry.url", "http://localhost:8081", "address of the schema registry"),
  NAMESPACE("namespace", "hotline", "first part of every topic's name"),
  SERIALIZER(
      "serializer",
      "io.hotline.schemas.wire.HotlineAvroSerializer",
      "class that writes Avro values"),
  DESERIALIZER(
      "deserializer",
      "io.hotline.schemas.wire.HotlineAvroDeserializer",
      "class that reads Avro values"),
  REPLICATION(
      "replication.factor", "1", "replicas of the topics that are created (3 in production)"),
  DATA_DIR("data.dir", "hotline-data", "where demo and run keep the embedded broker and state"),
  KAFKA_PORT("kafka.port", "9092", "port of the embedded broker"),
  REGISTRY_PORT("registry.port", "8081", "port of the embedded registry"),
  HTTP_HOST("http.host", "127.0.0.1", "address the gateway listens on"),
  HTTP_PORT("http.port", "8080", "port of the gateway"),
  THREADS("threads", "1", "stream threads of each topology"),
  GUARANTEE("processing.guarantee", "exactly_once_v2", "exactly_once_v2 or at_least_once"),
  COMMIT_INTERVAL(
      "commit.interval.ms",
      "100",
      "how often the topologies commit, in milliseconds: most of an alert's delay");

  /** Keys with this prefix are handed to every Kafka client, without it. */
  static final String CLIENT_PREFIX = "kafka.client.";

  private final String key;
  private final String fallback;
  private final String meaning;

  Setting(String key, String fallback, String meaning) {
    this.key = key;
    this.fallback = fallback;
    this.meaning = meaning;
  }

  String key() {
    return key;
  }

  String fallback() {
    return fallback;
  }

  String meaning() {
    return meaning;
  }

  /** {@code HOTLINE_KAFKA_BOOTSTRAP}. */
  String variable() {
    return "HOTLINE_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** {@code --kafka-bootstrap}. */
  String flag() {
    return "--" + key.replace('.', '-');
  }

  static Optional<Setting> byKey(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }
}
