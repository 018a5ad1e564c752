package io.hotline.gateway;

import io.hotline.gateway.http.SecurityConfig;
import io.hotline.gateway.recent.RecentLimits;
import io.hotline.gateway.stream.StreamLimits;
import io.hotline.gateway.webhooks.WebhookConfig;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.time.Duration;

/**
 * Everything that can be said to a gateway.
 *
 * @param host address to listen on; loopback unless others are to see it
 * @param port 0: any that is free
 * @param topicRefresh how often to look for new topics and rules
 * @throws IllegalArgumentException naming the key, the value and what is allowed
 */
public record GatewayConfig(
    ClusterConfig cluster,
    Namespace namespace,
    String host,
    int port,
    Duration topicRefresh,
    StreamLimits limits,
    RecentLimits memory,
    SecurityConfig security,
    WebhookConfig webhooks) {

  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;
  public static final Duration DEFAULT_TOPIC_REFRESH = Duration.ofSeconds(2);

  public GatewayConfig {
    if (host.isBlank()) {
      throw new IllegalArgumentException("http.host '': expected a host name or address");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("http.port '" + port + "': expected 0 to 65535");
    }
    if (topicRefresh.toMillis() < 100) {
      throw new IllegalArgumentException(
          "http.topic-refresh '" + topicRefresh + "': expected at least 100 ms");
    }
  }

  /** On loopback, at the usual port, for a desk. */
  public static GatewayConfig of(ClusterConfig cluster, Namespace namespace) {
    return new GatewayConfig(
        cluster,
        namespace,
        DEFAULT_HOST,
        DEFAULT_PORT,
        DEFAULT_TOPIC_REFRESH,
        StreamLimits.DEFAULT,
        RecentLimits.DEFAULT,
        SecurityConfig.DEFAULT,
        WebhookConfig.DEFAULT);
  }

  /** The same elsewhere. */
  public GatewayConfig listeningOn(String host, int port) {
    return new GatewayConfig(
        cluster, namespace, host, port, topicRefresh, limits, memory, security, webhooks);
  }

  /** The same, looking for new topics so often. */
  public GatewayConfig refreshing(Duration every) {
    return new GatewayConfig(
        cluster, namespace, host, port, every, limits, memory, security, webhooks);
  }

  /** The same with other limits for listeners. */
  public GatewayConfig with(StreamLimits other) {
    return new GatewayConfig(
        cluster, namespace, host, port, topicRefresh, other, memory, security, webhooks);
  }

  /** The same with other doors. */
  public GatewayConfig with(SecurityConfig other) {
    return new GatewayConfig(
        cluster, namespace, host, port, topicRefresh, limits, memory, other, webhooks);
  }

  /** The same for other subscribers. */
  public GatewayConfig with(WebhookConfig other) {
    return new GatewayConfig(
        cluster, namespace, host, port, topicRefresh, limits, memory, security, other);
  }
}
