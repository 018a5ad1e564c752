package io.hotline.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a client of the Confluent Schema Registry API sees, over HTTP, and what the topic then
 * holds. A list stands for the topic.
 */
class RegistryContractTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String V1 = record("{'name':'x','type':'int'}");
  private static final String V2_WITH_DEFAULT =
      record("{'name':'x','type':'int'},{'name':'y','type':'int','default':0}");
  private static final String V2_WITHOUT_DEFAULT =
      record("{'name':'x','type':'int'},{'name':'y','type':'int'}");
  private static final String V3_OTHER_TYPE = record("{'name':'x','type':'string'}");

  private final List<String> topic = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;
  private String mediaType = "application/vnd.schemaregistry.v1+json";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    restart();
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  /** A registry that knows what the topic holds and nothing else. */
  private void restart() throws IOException {
    RegistryState state = new RegistryState();
    for (String line : topic) {
      String[] keyAndValue = line.split("\t");
      JsonNode value = JSON.readTree(keyAndValue[1]);
      state.apply(JSON.readTree(keyAndValue[0]), value.isNull() ? null : value);
    }
    Subjects subjects = new Subjects(state, (key, value) -> topic.add(key + "\t" + value));
    if (!topic.isEmpty()) {
      server.removeContext("/");
    }
    server.createContext("/", new RegistryRoutes(subjects));
  }

  @Test
  void aSchemaIsRegisteredAndFoundAgain() throws Exception {
    expect("POST /subjects/a-value/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/a-value/versions", schema(V1), 200, "{'id':1}");
    expect("GET /subjects", null, 200, "['a-value']");
    expect("GET /subjects/a-value/versions", null, 200, "[1]");
    String asJson = JsonNodeFactory.instance.textNode(V1).toString();
    for (String version : List.of("1", "latest", "-1")) {
      expectExactly(
          "GET /subjects/a-value/versions/" + version,
          null,
          200,
          "{\"subject\":\"a-value\",\"version\":1,\"id\":1,\"schema\":" + asJson + "}");
    }
    expectExactly("GET /subjects/a-value/versions/1/schema", null, 200, V1);
    expectExactly("GET /schemas/ids/1", null, 200, "{\"schema\":" + asJson + "}");
    expectExactly("GET /schemas/ids/1/schema", null, 200, V1);
    expect("GET /schemas/ids/1/subjects", null, 200, "['a-value']");
    expect("GET /schemas/ids/1/versions", null, 200, "[{'subject':'a-value','version':1}]");
    expect("GET /subjects/a-value/versions/1/referencedby", null, 200, "[]");
    expectExactly(
        "POST /subjects/a-value",
        schema(V1),
        200,
        "{\"subject\":\"a-value\",\"version\":1,\"id\":1,\"schema\":" + asJson + "}");
    expect("GET /schemas/types", null, 200, "['AVRO']");
    expect("GET /", null, 200, "{}");
  }

  @Test
  void theSameSchemaHasTheSameIdInEverySubject() throws Exception {
    expect("POST /subjects/a/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/b/versions", schema(V2_WITH_DEFAULT), 200, "{'id':2}");
    expect("POST /subjects/c/versions", schema(" " + V1 + "\n"), 200, "{'id':1}");
    expect("GET /schemas/ids/1/subjects", null, 200, "['a','c']");
  }

  @Test
  void namesAreTakenAsTheyAreWritten() throws Exception {
    expect("POST /subjects/a%2Fb%20c+d/versions", schema(V1), 200, "{'id':1}");
    expect("GET /subjects", null, 200, "['a/b c+d']");
    expect("GET /subjects/a%2Fb%20c%2Bd/versions", null, 200, "[1]");
    expect("GET /subjects?subjectPrefix=a%2F", null, 200, "['a/b c+d']");
    expect("GET /subjects?subjectPrefix=b", null, 200, "[]");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /subjects/none/versions              | 404 | 40401",
        "GET /subjects/none/versions/1            | 404 | 40401",
        "POST /subjects/none                      | 404 | 40401",
        "DELETE /subjects/none                    | 404 | 40401",
        "DELETE /subjects/none/versions/1         | 404 | 40401",
        "GET /subjects/a/versions/7               | 404 | 40402",
        "DELETE /subjects/a/versions/7            | 404 | 40402",
        "GET /subjects/a/versions/x               | 422 | 42202",
        "GET /subjects/a/versions/0               | 422 | 42202",
        "GET /schemas/ids/99                      | 404 | 40403",
        "GET /schemas/ids/x                       | 404 | 40403",
        "POST /subjects/b                         | 404 | 40403",
        "DELETE /subjects/a?permanent=true        | 404 | 40405",
        "DELETE /subjects/a/versions/1?permanent=true | 404 | 40407",
        "GET /config/a                            | 404 | 40408",
        "DELETE /config/a                         | 404 | 40408",
        "GET /mode/a                              | 404 | 40409",
        "GET /nowhere                             | 404 | 404",
        "GET /subjects/a/versions/1/nowhere       | 404 | 404",
        "GET /schemas/nowhere                     | 404 | 404",
        "PATCH /subjects/a                        | 405 | 405",
        "POST /subjects                           | 405 | 405",
        "GET /compatibility/subjects/a/versions/1 | 405 | 405",
        "POST /compatibility/subjects/none/versions/latest | 404 | 40401"
      })
  void whatIsNotThereHasItsCode(String call, int status, int code) throws Exception {
    expect("POST /subjects/a/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/b/versions", schema(V3_OTHER_TYPE), 200, "{'id':2}");
    String body = call.startsWith("POST") ? schema(V1) : null;
    HttpResponse<String> response = send(call, body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).path("error_code").asInt()).isEqualTo(code);
    assertThat(JSON.readTree(response.body()).path("message").asText()).isNotEmpty();
    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "no Avro          | {'schema':'{\\'type\\':\\'nothing\\'}'}          | 422 | 42201",
        "no JSON within   | {'schema':'{'}                                | 422 | 42201",
        "no schema        | {'other':1}                                   | 422 | 42201",
        "another type     | {'schema':'message A {}','schemaType':'PROTOBUF'} | 422 | 42201",
        "references       | {'schema':'\\'int\\'','references':[{'name':'x'}]} | 422 | 42201",
        "no JSON          | {                                             | 400 | 400",
      })
  void whatIsNoSchemaIsRefused(String name, String body, int status, int code) throws Exception {
    for (String path : List.of("/subjects/a/versions", "/subjects/a")) {
      HttpResponse<String> response =
          send("POST " + path, body.replace("\\'", "\\\"").replace('\'', '"'));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
      assertThat(JSON.readTree(response.body()).path("error_code").asInt()).isEqualTo(code);
    }
    assertThat(topic).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1} after {2}, {3}")
  @CsvSource({
    "NONE, 3, 1 2, 200",
    "BACKWARD, 2, 1, 200",
    "BACKWARD, 2b, 1, 409",
    "BACKWARD, 3, 1, 409",
    "FORWARD, 2b, 1, 200",
    "FORWARD, 1, 2b, 409",
    "FORWARD, 3, 1, 409",
    "FULL, 2, 1, 200",
    "FULL, 2b, 1, 409",
    "BACKWARD, 2b, 1 2, 200",
    "BACKWARD_TRANSITIVE, 2b, 1 2, 409",
    "FORWARD, 1, 2b 2, 200",
    "FORWARD_TRANSITIVE, 1, 2b 2, 409",
    "FULL, 2b, 1 2, 200",
    "FULL_TRANSITIVE, 2b, 1 2, 409"
  })
  void theLevelDecides(String level, String candidate, String earlier, int status)
      throws Exception {
    put("/config/s", "{'compatibility':'NONE'}");
    for (String version : earlier.split(" ")) {
      assertThat(send("POST /subjects/s/versions", schema(numbered(version))).statusCode())
          .isEqualTo(200);
    }
    put("/config/s", "{'compatibility':'" + level.toLowerCase(Locale.ROOT) + "'}");
    JsonNode test =
        JSON.readTree(
            send(
                    "POST /compatibility/subjects/s/versions?verbose=true",
                    schema(numbered(candidate)))
                .body());
    assertThat(test.path("is_compatible").asBoolean()).isEqualTo(status == 200);
    assertThat(test.path("messages").isEmpty()).isEqualTo(status == 200);
    HttpResponse<String> response = send("POST /subjects/s/versions", schema(numbered(candidate)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    if (status == 409) {
      assertThat(JSON.readTree(response.body()).path("error_code").asInt()).isEqualTo(409);
      assertThat(response.body()).contains("incompatible with an earlier schema");
    }
  }

  @Test
  void levelsAreSetForAllAndForOne() throws Exception {
    expect("GET /config", null, 200, "{'compatibilityLevel':'BACKWARD'}");
    put("/config", "{'compatibility':'FULL'}");
    expect("GET /config", null, 200, "{'compatibilityLevel':'FULL'}");
    expect("GET /config/s?defaultToGlobal=true", null, 200, "{'compatibilityLevel':'FULL'}");
    put("/config/s", "{'compatibility':'NONE'}");
    expect("GET /config/s", null, 200, "{'compatibilityLevel':'NONE'}");
    expect("DELETE /config/s", null, 200, "{'compatibilityLevel':'NONE'}");
    expect("GET /config/s?defaultToGlobal=true", null, 200, "{'compatibilityLevel':'FULL'}");
    HttpResponse<String> wrong = send("PUT /config", "{\"compatibility\":\"SIDEWAYS\"}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("42203", "SIDEWAYS", "backward_transitive");
  }

  @Test
  void aReadOnlySubjectTakesNothing() throws Exception {
    expect("POST /subjects/s/versions", schema(V1), 200, "{'id':1}");
    expect("GET /mode", null, 200, "{'mode':'READWRITE'}");
    put("/mode/s", "{'mode':'READONLY'}");
    expect("GET /mode/s", null, 200, "{'mode':'READONLY'}");
    assertThat(send("POST /subjects/s/versions", schema(V2_WITH_DEFAULT)).body()).contains("42205");
    assertThat(send("DELETE /subjects/s", null).body()).contains("42205");
    expect("POST /subjects/s/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/other/versions", schema(V1), 200, "{'id':1}");
    expect("DELETE /mode/s", null, 200, "{'mode':'READONLY'}");
    expect("POST /subjects/s/versions", schema(V2_WITH_DEFAULT), 200, "{'id':2}");
    assertThat(send("PUT /mode", "{\"mode\":\"IMPORT\"}").body()).contains("42204");
  }

  @Test
  void deletingIsSoftAtFirst() throws Exception {
    expect("POST /subjects/s/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/s/versions", schema(V2_WITH_DEFAULT), 200, "{'id':2}");
    expect("DELETE /subjects/s/versions/latest", null, 200, "2");
    expect("GET /subjects/s/versions", null, 200, "[1]");
    expect("GET /subjects/s/versions?deleted=true", null, 200, "[1,2]");
    assertThat(send("DELETE /subjects/s/versions/2", null).body()).contains("40406");
    assertThat(send("GET /schemas/ids/2", null).statusCode())
        .as("who wrote with it can still be read")
        .isEqualTo(200);
    expect("GET /schemas/ids/2/subjects", null, 200, "[]");
    expect("DELETE /subjects/s/versions/2?permanent=true", null, 200, "2");
    assertThat(send("GET /schemas/ids/2", null).body()).contains("40403");
    expect("DELETE /subjects/s", null, 200, "[1]");
    expect("GET /subjects", null, 200, "[]");
    expect("GET /subjects?deleted=true", null, 200, "['s']");
    expect("GET /subjects?deletedOnly=true", null, 200, "['s']");
    assertThat(send("DELETE /subjects/s", null).body()).contains("40404");
    expect("POST /subjects/s/versions", schema(V1), 200, "{'id':1}");
    expect("GET /subjects/s/versions", null, 200, "[2]");
    expect("DELETE /subjects/s", null, 200, "[2]");
    expect("DELETE /subjects/s?permanent=true", null, 200, "[1,2]");
    expect("GET /subjects?deleted=true", null, 200, "[]");
  }

  @Test
  void theTopicHoldsConfluentsRecords() throws Exception {
    expect("POST /subjects/s/versions", schema("'int'".replace('\'', '"')), 200, "{'id':1}");
    put("/config", "{'compatibility':'FULL'}");
    put("/config/s", "{'compatibility':'NONE'}");
    put("/mode", "{'mode':'READWRITE'}");
    send("DELETE /subjects/s", null);
    send("DELETE /subjects/s?permanent=true", null);
    assertThat(topic)
        .containsExactly(
            "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}\t"
                + "{\"subject\":\"s\",\"version\":1,\"id\":1,\"schema\":\"\\\"int\\\"\",\"deleted\":false}",
            "{\"keytype\":\"CONFIG\",\"magic\":0}\t{\"compatibilityLevel\":\"FULL\"}",
            "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}\t{\"compatibilityLevel\":\"NONE\"}",
            "{\"keytype\":\"MODE\",\"magic\":0}\t{\"mode\":\"READWRITE\"}",
            "{\"keytype\":\"DELETE_SUBJECT\",\"subject\":\"s\",\"magic\":0}\t{\"subject\":\"s\",\"version\":1}",
            "{\"keytype\":\"CONFIG\",\"subject\":\"s\",\"magic\":0}\tnull",
            "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}\tnull");
  }

  @Test
  void aTopicThatConfluentWroteIsUnderstood() throws Exception {
    topic.addAll(
        List.of(
            "{\"keytype\":\"NOOP\",\"magic\":0}\tnull",
            "{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}\t{\"compatibilityLevel\":\"FORWARD\"}",
            "{\"keytype\":\"SCHEMA\",\"subject\":\"p\",\"version\":1,\"magic\":1}\t"
                + "{\"subject\":\"p\",\"version\":1,\"id\":100001,\"guid\":\"x\",\"schemaType\":\"PROTOBUF\","
                + "\"schema\":\"message A {}\",\"deleted\":false}",
            "{\"keytype\":\"SOMETHING_NEW\",\"subject\":\"p\",\"magic\":9}\t{\"a\":1}",
            "{\"keytype\":\"CLEAR_SUBJECT\",\"subject\":\"q\",\"magic\":0}\t{\"subject\":\"q\"}"));
    restart();
    expect("GET /config", null, 200, "{'compatibilityLevel':'FORWARD'}");
    expect(
        "GET /schemas/ids/100001", null, 200, "{'schemaType':'PROTOBUF','schema':'message A {}'}");
    expect("POST /subjects/mine/versions", schema(V1), 200, "{'id':100002}");
  }

  @Test
  void afterARestartEverythingIsAsItWas() throws Exception {
    expect("POST /subjects/a/versions", schema(V1), 200, "{'id':1}");
    expect("POST /subjects/a/versions", schema(V2_WITH_DEFAULT), 200, "{'id':2}");
    expect("POST /subjects/b/versions", schema(V2_WITH_DEFAULT), 200, "{'id':2}");
    expect("POST /subjects/c/versions", schema(V3_OTHER_TYPE), 200, "{'id':3}");
    send("DELETE /subjects/a/versions/1", null);
    send("DELETE /subjects/c", null);
    put("/config/b", "{'compatibility':'NONE'}");
    List<String> asked =
        List.of(
            "GET /schemas?deleted=true",
            "GET /schemas",
            "GET /subjects",
            "GET /subjects/a/versions",
            "GET /config/b");
    List<String> before = new ArrayList<>();
    for (String call : asked) {
      before.add(send(call, null).body());
    }
    restart();
    for (int i = 0; i < asked.size(); i++) {
      assertThat(send(asked.get(i), null).body()).as(asked.get(i)).isEqualTo(before.get(i));
    }
    expect("POST /subjects/d/versions", schema("\"int\""), 200, "{'id':4}");
  }

  @Test
  void aPageInABrowserCannotWrite() throws Exception {
    mediaType = "text/plain";
    HttpResponse<String> response = send("POST /subjects/a/versions", schema(V1));
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(topic).isEmpty();
  }

  private void put(String path, String body) throws Exception {
    assertThat(send("PUT " + path, body.replace('\'', '"')).statusCode()).isEqualTo(200);
  }

  private void expect(String call, @Nullable String body, int status, String answer)
      throws Exception {
    expectExactly(call, body, status, answer.replace('\'', '"'));
  }

  private void expectExactly(String call, @Nullable String body, int status, String answer)
      throws Exception {
    HttpResponse<String> response = send(call, body);
    assertThat(response.body()).as(call).isEqualTo(answer);
    assertThat(response.statusCode()).as(call).isEqualTo(status);
  }

  private HttpResponse<String> send(String call, @Nullable String body) throws Exception {
    String[] methodAndPath = call.split(" ");
    URI uri = URI.create("http://localhost:" + server.getAddress().getPort() + methodAndPath[1]);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .method(
                methodAndPath[0],
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", mediaType);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String numbered(String version) {
    return switch (version) {
      case "1" -> V1;
      case "2" -> V2_WITH_DEFAULT;
      case "2b" -> V2_WITHOUT_DEFAULT;
      default -> V3_OTHER_TYPE;
    };
  }

  private static String record(String fields) {
    return "{\"type\":\"record\",\"name\":\"A\",\"fields\":[" + fields.replace('\'', '"') + "]}";
  }

  private static String schema(String schema) {
    return JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
  }
}
