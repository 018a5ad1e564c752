package io.hotline.schemas.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks the part of the Confluent Schema Registry's REST API that readers and writers need, and
 * remembers every answer: a schema never changes its id, nor an id its schema.
 *
 * <p>What the registry cannot answer just now (no connection, no answer in time, 5xx, 408, 429) is
 * asked again, after a pause that doubles from try to try, less a random part of it so that a
 * restarted registry is not met by everybody at once.
 *
 * <p>Thread-safe. Two threads that miss the cache at once both ask; the answers are the same. Calls
 * are rare, one for each new schema, so no connection and no thread is kept between them.
 */
final class RegistryClient {

  /** Waits between retries; a seam for tests. */
  interface Pause {
    void pause(Duration length) throws InterruptedException;
  }

  private record Call(String method, String path, @Nullable String body) {}

  private record SubjectSchema(String subject, Schema schema) {}

  private record Answer(int status, JsonNode body) {
    int errorCode() {
      return body.path("error_code").asInt(0);
    }

    String message() {
      return "HTTP " + status + ", " + body.path("message").asText("no message");
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(RegistryClient.class);
  private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
  private static final JsonMapper JSON = new JsonMapper();

  private final WireConfig config;
  private final Pause pause;
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();

  RegistryClient(WireConfig config) {
    this(config, length -> Thread.sleep(length.toMillis()));
  }

  RegistryClient(WireConfig config, Pause pause) {
    this.config = config;
    this.pause = pause;
  }

  /**
   * The schema of an id.
   *
   * @throws MalformedRecordException {@code unknown-schema} if the registry has none
   * @throws RegistryUnavailableException after the last retry
   * @throws RegistryRefusedException if the registry may not or will not say
   */
  Schema schema(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    String path = "/schemas/ids/" + id;
    Answer answer = ask(new Call("GET", path, null));
    if (answer.errorCode() == 40403) {
      throw new MalformedRecordException(
          MalformedRecordException.UNKNOWN_SCHEMA,
          "schema id " + id + " is not known to the registry at " + config.registries());
    }
    if (answer.status() != 200 || !answer.body().path("schema").isTextual()) {
      throw refused("GET " + path, answer);
    }
    String type = answer.body().path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new MalformedRecordException(
          MalformedRecordException.WRONG_RECORD_TYPE,
          "schema id " + id + " is of type " + type + ", expected AVRO");
    }
    Schema schema;
    try {
      schema = new Schema.Parser().parse(answer.body().path("schema").asText());
    } catch (SchemaParseException e) {
      throw new MalformedRecordException(
          MalformedRecordException.INCOMPATIBLE_SCHEMA,
          "schema id " + id + " cannot be read as an Avro schema: " + e.getMessage(),
          e);
    }
    schemas.put(id, schema);
    return schema;
  }

  /**
   * The id under which a subject has this schema, registering it if it has not.
   *
   * @throws RegistryUnavailableException after the last retry
   * @throws RegistryRefusedException if the schema is not compatible with the subject's others, or
   *     the caller may not register
   */
  int register(String subject, Schema schema) {
    return id(subject, schema, "/subjects/" + encoded(subject) + "/versions");
  }

  /**
   * The id under which a subject has this schema already.
   *
   * @throws RegistryUnavailableException after the last retry
   * @throws RegistryRefusedException if the subject does not have it
   */
  int idOf(String subject, Schema schema) {
    return id(subject, schema, "/subjects/" + encoded(subject));
  }

  /**
   * Has the registry hold every further schema of a subject against all its earlier ones.
   *
   * @param level {@code BACKWARD_TRANSITIVE} or another of Confluent's levels
   * @return false if the registry knows no such subject yet and takes no level before it does
   * @throws RegistryUnavailableException after the last retry
   * @throws RegistryRefusedException if the caller may not set it
   */
  boolean setCompatibility(String subject, String level) {
    String path = "/config/" + encoded(subject);
    Answer answer =
        ask(
            new Call(
                "PUT",
                path,
                JsonNodeFactory.instance.objectNode().put("compatibility", level).toString()));
    if (answer.errorCode() == 40401) {
      return false;
    }
    if (answer.status() != 200) {
      throw refused("PUT " + path + " (" + level + ")", answer);
    }
    return true;
  }

  private int id(String subject, Schema schema, String path) {
    SubjectSchema key = new SubjectSchema(subject, schema);
    Integer known = ids.get(key);
    if (known != null) {
      return known;
    }
    String body = JsonNodeFactory.instance.objectNode().put("schema", schema.toString()).toString();
    Answer answer = ask(new Call("POST", path, body));
    if (answer.errorCode() == 40401 || answer.errorCode() == 40403) {
      throw new RegistryRefusedException(
          "the registry does not have the schema "
              + schema.getFullName()
              + " under the subject "
              + subject
              + " ("
              + answer.message()
              + "): register it first, or set auto.register.schemas=true",
          null);
    }
    if (answer.status() != 200 || !answer.body().path("id").isInt()) {
      throw refused("POST " + path + " (" + schema.getFullName() + ")", answer);
    }
    int id = answer.body().path("id").intValue();
    ids.put(key, id);
    return id;
  }

  private RegistryRefusedException refused(String call, Answer answer) {
    return new RegistryRefusedException(
        "the registry at " + config.registries() + " refused " + call + ": " + answer.message(),
        null);
  }

  /** Asks until there is an answer that counts, at one address after the other. */
  private Answer ask(Call call) {
    HttpClient client = client();
    for (int attempt = 0; ; attempt++) {
      URI address = config.registries().get(attempt % config.registries().size());
      String fault;
      IOException cause = null;
      try {
        HttpResponse<String> response =
            client.send(
                request(URI.create(address + call.path()), call),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        int status = response.statusCode();
        if (status < 500 && status != 408 && status != 429) {
          return new Answer(status, json(response.body()));
        }
        fault = "HTTP " + status;
      } catch (IOException e) {
        cause = e;
        fault = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      } catch (InterruptedException e) {
        throw new InterruptException("interrupted while asking " + address + call.path(), e);
      }
      if (attempt >= config.maxRetries()) {
        throw new RegistryUnavailableException(
            "no answer from the schema registry at "
                + address
                + " for "
                + call.path()
                + " after "
                + (attempt + 1)
                + " tries: "
                + fault,
            cause);
      }
      LOG.warn("schema registry {}: {}; trying again", address, fault);
      pauseBeforeRetry(attempt, call.path());
    }
  }

  private void pauseBeforeRetry(int attempt, String path) {
    long longest =
        Math.min(
            config.maxWait().toMillis(), config.firstWait().toMillis() << Math.min(attempt, 20));
    long length = longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1);
    try {
      pause.pause(Duration.ofMillis(length));
    } catch (InterruptedException e) {
      throw new InterruptException("interrupted while asking the registry for " + path, e);
    }
  }

  private HttpClient client() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.connectTimeout());
    if (config.tls() != null) {
      builder.sslContext(config.tls());
    }
    return builder.build();
  }

  private HttpRequest request(URI uri, Call call) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(uri)
            .timeout(config.readTimeout())
            .header("Accept", MEDIA_TYPE + ", application/json");
    if (config.authorization() != null) {
      builder.header("Authorization", config.authorization());
    }
    String body = call.body();
    if (body != null) {
      builder
          .header("Content-Type", MEDIA_TYPE)
          .method(call.method(), HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }
    return builder.build();
  }

  /** A body that is not JSON comes from something else than a registry; its status says enough. */
  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  private static String encoded(String subject) {
    return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
