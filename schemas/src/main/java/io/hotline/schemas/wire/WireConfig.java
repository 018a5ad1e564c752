package io.hotline.schemas.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the serializer and the deserializer are configured with. The keys are those of Confluent's
 * {@code AbstractKafkaSchemaSerDeConfig} and {@code SchemaRegistryClientConfig}, as far as they
 * apply; others are not looked at.
 *
 * @param registries base addresses without a slash at the end, tried in turn
 * @param autoRegister whether a writer registers a schema that the subject does not have
 * @param authorization value of the Authorization header, if any
 * @param tls how to trust the registry and be trusted, from {@code schema.registry.ssl.*}; null: as
 *     the JVM does
 * @param maxRetries how often a failed call is tried again
 * @param firstWait pause before the first retry; each further one is twice as long
 * @param maxWait the longest pause
 * @param connectTimeout for reaching the registry
 * @param readTimeout for a whole answer
 */
record WireConfig(
    List<URI> registries,
    boolean autoRegister,
    @Nullable String authorization,
    @Nullable SSLContext tls,
    int maxRetries,
    Duration firstWait,
    Duration maxWait,
    Duration connectTimeout,
    Duration readTimeout) {

  private static final String URL = "schema.registry.url";
  private static final String AUTO_REGISTER = "auto.register.schemas";
  private static final String MAX_RETRIES = "max.retries";
  private static final String RETRIES_WAIT = "retries.wait.ms";
  private static final String RETRIES_MAX_WAIT = "retries.max.wait.ms";
  private static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
  private static final String READ_TIMEOUT = "http.read.timeout.ms";
  private static final String BASIC_SOURCE = "basic.auth.credentials.source";
  private static final String BASIC_USER_INFO = "basic.auth.user.info";
  private static final String BEARER_TOKEN = "bearer.auth.token";
  private static final String PREFIX = "schema.registry.";

  private static final ConfigDef DEFINITION =
      new ConfigDef()
          .define(URL, Type.LIST, ConfigDef.NO_DEFAULT_VALUE, Importance.HIGH, "Addresses.")
          .define(AUTO_REGISTER, Type.BOOLEAN, true, Importance.MEDIUM, "Register new schemas.")
          .define(MAX_RETRIES, Type.INT, 5, Range.atLeast(0), Importance.LOW, "Retries.")
          .define(RETRIES_WAIT, Type.LONG, 200L, Range.atLeast(0), Importance.LOW, "First pause.")
          .define(
              RETRIES_MAX_WAIT, Type.LONG, 5_000L, Range.atLeast(0), Importance.LOW, "Last pause.")
          .define(CONNECT_TIMEOUT, Type.LONG, 3_000L, Range.atLeast(1), Importance.LOW, "Connect.")
          .define(READ_TIMEOUT, Type.LONG, 10_000L, Range.atLeast(1), Importance.LOW, "Answer.")
          .define(BASIC_SOURCE, Type.STRING, "URL", Importance.LOW, "URL or USER_INFO.")
          .define(BASIC_USER_INFO, Type.PASSWORD, "", Importance.LOW, "user:password.")
          .define(BEARER_TOKEN, Type.PASSWORD, "", Importance.LOW, "The token.");

  WireConfig {
    registries = List.copyOf(registries);
  }

  /**
   * Reads what Kafka hands to {@code configure}. A key may be given as it is or with the prefix
   * {@code schema.registry.}, which wins.
   *
   * @throws ConfigException naming the key, the value and what is allowed
   */
  static WireConfig of(Map<String, ?> configs) {
    Map<String, Object> merged = new HashMap<>();
    DEFINITION.names().forEach(name -> putIfGiven(merged, name, configs.get(name)));
    DEFINITION.names().stream()
        .filter(name -> !name.equals(URL))
        .forEach(name -> putIfGiven(merged, name, configs.get(PREFIX + name)));
    AbstractConfig config = new AbstractConfig(DEFINITION, merged, false);
    List<URI> given = config.getList(URL).stream().map(WireConfig::registry).toList();
    if (given.isEmpty()) {
      throw new ConfigException(URL, config.getList(URL), "expected at least one address");
    }
    return new WireConfig(
        given.stream().map(WireConfig::withoutUserInfo).toList(),
        config.getBoolean(AUTO_REGISTER),
        authorization(config, given.get(0)),
        tls(configs),
        config.getInt(MAX_RETRIES),
        Duration.ofMillis(config.getLong(RETRIES_WAIT)),
        Duration.ofMillis(config.getLong(RETRIES_MAX_WAIT)),
        Duration.ofMillis(config.getLong(CONNECT_TIMEOUT)),
        Duration.ofMillis(config.getLong(READ_TIMEOUT)));
  }

  private static void putIfGiven(Map<String, Object> merged, String name, @Nullable Object value) {
    if (value != null) {
      merged.put(name, value);
    }
  }

  private static URI registry(String address) {
    try {
      URI uri = URI.create(address.strip().replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below, as for any other wrong address
    }
    throw new ConfigException(URL, address, "expected an http:// or https:// address");
  }

  private static URI withoutUserInfo(URI uri) {
    try {
      return new URI(
          uri.getScheme(), null, uri.getHost(), uri.getPort(), uri.getPath(), uri.getQuery(), null);
    } catch (URISyntaxException e) {
      throw new ConfigException(URL, uri, e.getMessage());
    }
  }

  private static @Nullable String authorization(AbstractConfig config, URI registry) {
    String token = config.getPassword(BEARER_TOKEN).value();
    if (!token.isEmpty()) {
      return "Bearer " + token;
    }
    String userInfo =
        switch (config.getString(BASIC_SOURCE)) {
          case "USER_INFO" -> config.getPassword(BASIC_USER_INFO).value();
          case "URL" -> registry.getUserInfo() == null ? "" : registry.getUserInfo();
          default ->
              throw new ConfigException(
                  BASIC_SOURCE, config.getString(BASIC_SOURCE), "expected URL or USER_INFO");
        };
    return userInfo.isEmpty()
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable SSLContext tls(Map<String, ?> configs) {
    ConfigDef definition = new ConfigDef().withClientSslSupport();
    Map<String, Object> given = new HashMap<>();
    definition.names().forEach(name -> putIfGiven(given, name, configs.get(PREFIX + name)));
    if (given.isEmpty()) {
      return null;
    }
    try (DefaultSslEngineFactory factory = new DefaultSslEngineFactory()) {
      factory.configure(definition.parse(given));
      return factory.sslContext();
    } catch (KafkaException e) {
      throw new ConfigException(
          PREFIX + SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG + " and its kin: " + e.getMessage());
    }
  }
}
