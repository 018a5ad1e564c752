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
  WHO("who", "", "table of persons, states and institutions beside the built-in ones"),
  DATA_DIR("data.dir", "hotline-data", "where demo and run keep the embedded broker and state"),
  KAFKA_PORT("kafka.port", "9092", "port of the embedded broker"),
  REGISTRY_PORT("registry.port", "8081", "port of the embedded registry"),
  HTTP_HOST("http.host", "127.0.0.1", "address the gateway listens on"),
  HTTP_PORT("http.port", "8080", "port of the gateway"),
  HTTP_TOKEN_READ("http.token.read", "", "token needed to read; empty: everybody may"),
  HTTP_TOKEN_ADMIN(
      "http.token.admin",
      "",
      "token needed to change anything; empty: only on loopback, where everybody may"),
  HTTP_CORS_ORIGINS(
      "http.cors.origins", "", "sites whose scripts may read: https://desk.example[,...]"),
  HTTP_HOSTS("http.hosts", "", "names besides localhost that a gateway on loopback is called by"),
  HTTP_TLS_KEYSTORE(
      "http.tls.keystore", "", "PKCS 12 file with key and certificate; empty: no TLS"),
  HTTP_TLS_PASSWORD("http.tls.password", "", "its password"),
  HTTP_CONNECTIONS("http.connections", "12000", "connections to the gateway at once"),
  HTTP_REQUESTS(
      "http.requests-per-second",
      "50",
      "requests of one address, on average; ten times that at once"),
  HTTP_STREAMS("http.streams-per-address", "1000", "streams of one address at once"),
  HTTP_BODY("http.body-bytes", "1048576", "largest body of a request"),
  WEBHOOKS_ALLOWED(
      "webhooks.allowed-targets",
      "",
      "private hosts and networks that may be called: 10.1.0.0/16,relay.internal"),
  WEBHOOKS_FILE("webhooks.file", "", "JSON list of webhooks to add when the gateway starts"),
  GATEWAY_URL(
      "gateway.url", "http://localhost:8080", "address of the gateway that 'webhooks' speaks to"),
  METRICS_HOST("metrics.host", "127.0.0.1", "address on which 'process' serves /metrics"),
  METRICS_PORT("metrics.port", "", "port on which 'process' serves /metrics; empty: none"),
  SOURCES("sources", "", "list of feeds, YAML or OPML, that 'run' adds and polls; empty: none"),
  LISTEN_HOST("listen.host", "127.0.0.1", "address on which items are taken, POST /items"),
  LISTEN_PORT("listen.port", "", "port on which items are taken; empty: 'run' takes none"),
  INGEST_TOKEN("ingest.token", "", "what those must show who push items, at least 16 characters"),
  THREADS("threads", "1", "stream threads of each topology"),
  GUARANTEE("processing.guarantee", "exactly_once_v2", "exactly_once_v2 or at_least_once"),
  COMMIT_INTERVAL(
      "commit.interval.ms",
      "100",
      "how often the topologies commit, in milliseconds: most of an alert's delay"),
  STANDBY(
      "standby.replicas",
      "0",
      "warm copies of each store on other instances, for a quick take-over"),
  CHANGELOG_DELETIONS(
      "changelog.deletions.hours",
      "168",
      "how long a new change log keeps deletions: how long an instance may be away with its"
          + " stores");

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
