package io.hotline.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that every command which speaks to a cluster has. */
class SettingsOptions {
  final Map<Setting, String> flags = new EnumMap<>(Setting.class);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings in Java's properties format; see 'hotline config'")
  @Nullable Path config;

  @Option(
      names = "--kafka-bootstrap",
      paramLabel = "HOST:PORT",
      description = "Kafka to speak to (default localhost:9092)")
  void kafkaBootstrap(String value) {
    flags.put(Setting.KAFKA_BOOTSTRAP, value);
  }

  @Option(
      names = "--registry-url",
      paramLabel = "URL",
      description = "schema registry to speak to (default http://localhost:8081)")
  void registryUrl(String value) {
    flags.put(Setting.REGISTRY_URL, value);
  }

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "first part of every topic's name (default hotline)")
  void namespace(String value) {
    flags.put(Setting.NAMESPACE, value);
  }

  /** The settings in force: these flags, the environment, the file, the defaults. */
  Settings settings() {
    return Settings.resolve(flags, System.getenv(), config);
  }

  /** Further flags of the commands that run topologies. */
  static class Processing extends SettingsOptions {
    @Option(
        names = "--who",
        paramLabel = "FILE",
        description = "a table of persons, states and institutions to know beside the built-in")
    void who(String value) {
      flags.put(Setting.WHO, value);
    }

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "stream threads of each topology (default 1)")
    void threads(String value) {
      flags.put(Setting.THREADS, value);
    }

    @Option(
        names = "--processing-guarantee",
        paramLabel = "NAME",
        description = "exactly_once_v2 (default) or at_least_once")
    void guarantee(String value) {
      flags.put(Setting.GUARANTEE, value);
    }

    @Option(
        names = "--commit-interval-ms",
        paramLabel = "MS",
        description = "how often the topologies commit (default 100)")
    void commitInterval(String value) {
      flags.put(Setting.COMMIT_INTERVAL, value);
    }

    @Option(
        names = "--standby-replicas",
        paramLabel = "N",
        description = "warm copies of each store on other instances (default 0)")
    void standby(String value) {
      flags.put(Setting.STANDBY, value);
    }

    @Option(
        names = "--changelog-deletions-hours",
        paramLabel = "H",
        description = "how long a new change log keeps deletions (default 168)")
    void changelogDeletions(String value) {
      flags.put(Setting.CHANGELOG_DELETIONS, value);
    }

    @Option(
        names = "--replication-factor",
        paramLabel = "N",
        description = "replicas of topics that are created (default 1)")
    void replication(String value) {
      flags.put(Setting.REPLICATION, value);
    }
  }

  /** Further flags of the commands that take items over HTTP. */
  static final class Listening extends SettingsOptions {
    @Option(
        names = "--listen-host",
        paramLabel = "ADDRESS",
        description = "address to listen at (default 127.0.0.1)")
    void listenHost(String value) {
      flags.put(Setting.LISTEN_HOST, value);
    }

    @Option(
        names = "--listen-port",
        paramLabel = "PORT",
        description = "port to listen at; 0 is any that is free (default 8090)")
    void listenPort(String value) {
      flags.put(Setting.LISTEN_PORT, value);
    }

    @Option(
        names = "--token",
        paramLabel = "TOKEN",
        description = "what callers must show (else the variable HOTLINE_INGEST_TOKEN)")
    void token(String value) {
      flags.put(Setting.INGEST_TOKEN, value);
    }
  }

  /** Further flags of the commands that start the whole house. */
  static class WholeHouse extends Processing {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "where broker and state keep their data (default hotline-data)")
    void data(String value) {
      flags.put(Setting.DATA_DIR, value);
    }

    @Option(
        names = "--kafka-port",
        paramLabel = "PORT",
        description = "port of the embedded broker (default 9092)")
    void kafkaPort(String value) {
      flags.put(Setting.KAFKA_PORT, value);
    }

    @Option(
        names = "--registry-port",
        paramLabel = "PORT",
        description = "port of the embedded registry (default 8081)")
    void registryPort(String value) {
      flags.put(Setting.REGISTRY_PORT, value);
    }

    @Option(
        names = "--http-port",
        paramLabel = "PORT",
        description = "port of the gateway (default 8080)")
    void httpPort(String value) {
      flags.put(Setting.HTTP_PORT, value);
    }

    @Option(
        names = "--http-host",
        paramLabel = "ADDRESS",
        description = "address the gateway listens on (default 127.0.0.1)")
    void httpHost(String value) {
      flags.put(Setting.HTTP_HOST, value);
    }
  }

  /** Further flags of the house that goes on. */
  static final class Running extends WholeHouse {
    @Option(
        names = "--sources",
        paramLabel = "FILE",
        description = "adds the feeds of a list (YAML, OPML) and polls all that were ever added")
    void sources(String value) {
      flags.put(Setting.SOURCES, value);
    }

    @Option(
        names = "--listen-port",
        paramLabel = "PORT",
        description = {
          "takes items, POST /items, on this port; 0 is any that is free.",
          "Callers must show what the variable HOTLINE_INGEST_TOKEN holds"
        })
    void listenPort(String value) {
      flags.put(Setting.LISTEN_PORT, value);
    }
  }
}
