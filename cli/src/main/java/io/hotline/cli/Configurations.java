package io.hotline.cli;

import io.hotline.gateway.GatewayConfig;
import io.hotline.gateway.http.SecurityConfig;
import io.hotline.gateway.webhooks.WebhookConfig;
import io.hotline.processors.ProcessorsConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hands each room the part of the settings that is its own. */
final class Configurations {
  private static final int MOST_THREADS = 256;
  private static final int LONGEST_COMMIT_MILLIS = 60_000;
  private static final int MOST_REPLICAS = 15;
  private static final int MOST_STANDBYS = 14;
  private static final int MOST_HOURS = 24 * 366;
  private static final int MOST_REQUESTS = 1_000_000;
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  private Configurations() {}

  static ProcessorsConfig processors(
      Settings settings, ClusterConfig cluster, Namespace namespace, Path stateDir) {
    ProcessorsConfig plain = ProcessorsConfig.of(cluster, namespace, stateDir);
    try {
      return new ProcessorsConfig(
          cluster,
          namespace,
          stateDir,
          settings.number(Setting.THREADS, 1, MOST_THREADS),
          Duration.ofMillis(settings.number(Setting.COMMIT_INTERVAL, 1, LONGEST_COMMIT_MILLIS)),
          settings.text(Setting.GUARANTEE),
          replication(settings),
          settings.number(Setting.STANDBY, 0, MOST_STANDBYS),
          Duration.ofHours(settings.number(Setting.CHANGELOG_DELETIONS, 0, MOST_HOURS)),
          plain.storeBytes(),
          plain.limits());
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }

  /** Replicas of the topics that are created. */
  static int replication(Settings settings) {
    return settings.number(Setting.REPLICATION, 1, MOST_REPLICAS);
  }

  private static SecurityConfig security(Settings settings) {
    String keystore = settings.text(Setting.HTTP_TLS_KEYSTORE);
    return new SecurityConfig(
        orNull(settings.text(Setting.HTTP_TOKEN_READ)),
        orNull(settings.text(Setting.HTTP_TOKEN_ADMIN)),
        words(settings.text(Setting.HTTP_CORS_ORIGINS)),
        words(settings.text(Setting.HTTP_HOSTS)),
        keystore.isEmpty() ? null : Path.of(keystore),
        settings.text(Setting.HTTP_TLS_PASSWORD),
        settings.number(Setting.HTTP_CONNECTIONS, 1, Integer.MAX_VALUE),
        settings.number(Setting.HTTP_REQUESTS, 1, MOST_REQUESTS),
        settings.number(Setting.HTTP_STREAMS, 1, Integer.MAX_VALUE),
        settings.number(Setting.HTTP_BODY, 1, LARGEST_BODY));
  }

  private static WebhookConfig webhooks(Settings settings) {
    WebhookConfig plain = WebhookConfig.DEFAULT;
    String file = settings.text(Setting.WEBHOOKS_FILE);
    return new WebhookConfig(
        words(settings.text(Setting.WEBHOOKS_ALLOWED)),
        file.isEmpty() ? null : Path.of(file),
        plain.timeout(),
        plain.firstWait(),
        plain.longestWait(),
        plain.keepTrying());
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  static GatewayConfig gateway(Settings settings, ClusterConfig cluster, Namespace namespace) {
    try {
      return GatewayConfig.of(cluster, namespace)
          .listeningOn(settings.text(Setting.HTTP_HOST), settings.port(Setting.HTTP_PORT))
          .with(security(settings))
          .with(webhooks(settings));
    } catch (IllegalArgumentException e) {
      throw new UserException(e.getMessage(), e);
    }
  }
}
