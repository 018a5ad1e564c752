package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.gateway.http.SecurityConfig;
import io.hotline.gateway.log.LogInMemory;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.EventStatus;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may come in, and how much they may ask for. */
class SecurityTest {

  private static final String READ = "read-token-0123456789";
  private static final String ADMIN = "admin-token-0123456789";
  private static final String DAY = "2025-01-20T10:00:00Z";

  private final LogInMemory log = LogInMemory.house();

  @SuppressWarnings("NullAway.Init") // each test starts the one it needs
  private Gateway gateway;

  @SuppressWarnings("NullAway.Init")
  private Requests requests;

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest(name = "{0} {1} with {2}: {3}")
  @CsvSource(
      textBlock =
          """
          GET,  health/live,               none,  200
          GET,  openapi.json,              none,  200
          GET,  topics,                    none,  401
          GET,  topics,                    wrong, 401
          GET,  topics,                    read,  200
          GET,  topics,                    admin, 200
          GET,  metrics,                   none,  401
          GET,  streams/alerts?until=2025-01-01, none, 401
          GET,  streams/alerts?until=2025-01-01, read, 200
          GET,  webhooks,                  read,  403
          GET,  webhooks,                  admin, 200
          POST, alerts/a/acknowledgement,  none,  401
          POST, alerts/a/acknowledgement,  read,  403
          POST, alerts/a/acknowledgement,  admin, 200
          """)
  void tokensOpenWhatIsTheirs(String method, String path, String token, int status)
      throws Exception {
    alert();
    start("127.0.0.1", SecurityConfig.DEFAULT.withTokens(READ, ADMIN));
    String shown =
        switch (token) {
          case "read" -> READ;
          case "admin" -> ADMIN;
          default -> "wrong-token-0123456789";
        };
    String[] headers =
        token.equals("none")
            ? new String[] {"Accept", "*/*"}
            : new String[] {"Authorization", "Bearer " + shown};
    awaitCaughtUp("Authorization", "Bearer " + ADMIN);
    HttpResponse<String> answer =
        method.equals("GET")
            ? requests.get(path, headers)
            : requests.post(path, "{\"by\":\"me\"}", headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 401) {
      assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
  }

  @Test
  void aCookieStandsForTheTokenAndDoesNotHoldIt() throws Exception {
    start("127.0.0.1", SecurityConfig.DEFAULT.withTokens(READ, ADMIN));
    HttpResponse<String> opened =
        requests.send("POST", "session", null, "Authorization", "Bearer " + READ);
    assertThat(opened.statusCode()).isEqualTo(204);
    String cookie = opened.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain(READ);
    String sent = cookie.substring(0, cookie.indexOf(';'));
    awaitCaughtUp("Authorization", "Bearer " + ADMIN);
    assertThat(requests.get("topics", "Cookie", sent).statusCode()).isEqualTo(200);
    assertThat(requests.get("webhooks", "Cookie", sent).statusCode()).isEqualTo(403);
    assertThat(requests.get("topics", "Cookie", sent + "x").statusCode()).isEqualTo(401);
  }

  @Test
  void withoutTokensOnlyLoopbackMayChangeAnything() throws Exception {
    alert();
    start("0.0.0.0", SecurityConfig.DEFAULT);
    awaitCaughtUp("Accept", "*/*");
    assertThat(requests.get("topics").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = requests.post("alerts/a/acknowledgement", "{}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("http.token.admin");
  }

  @ParameterizedTest(name = "Host: {0} gets {1}")
  @CsvSource({
    "localhost, 200",
    "127.0.0.1, 200",
    "evil.example, 403",
    "localhost.evil.example, 403"
  })
  void namesOfOthersAreNoNamesOfOurs(String host, int status) throws Exception {
    start("127.0.0.1", SecurityConfig.DEFAULT);
    String answer =
        raw("GET /health/live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void scriptsOfOtherSitesMayChangeNothing() throws Exception {
    alert();
    start("127.0.0.1", SecurityConfig.DEFAULT);
    awaitCaughtUp("Accept", "*/*");
    String path = "alerts/a/acknowledgement";
    assertThat(requests.post(path, "{}", "Origin", "https://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(requests.post(path, "{}", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    String ours = "http://127.0.0.1:" + gateway.address().getPort();
    assertThat(requests.post(path, "{}", "Origin", ours).statusCode()).isEqualTo(200);
    HttpResponse<String> form =
        requests.send(
            "POST", path, HttpRequest.BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
    assertThat(form.statusCode()).isEqualTo(415);
  }

  @Test
  void scriptsOfConfiguredSitesMayRead() throws Exception {
    String desk = "https://desk.example";
    start("127.0.0.1", SecurityConfig.DEFAULT.withCors(Set.of(desk)));
    HttpResponse<String> read = requests.get("health/live", "Origin", desk);
    assertThat(read.headers().firstValue("Access-Control-Allow-Origin")).hasValue(desk);
    assertThat(
            requests
                .get("health/live", "Origin", "https://evil.example")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
    HttpResponse<String> asked =
        requests.send(
            "OPTIONS",
            "streams/alerts",
            null,
            "Origin",
            desk,
            "Access-Control-Request-Method",
            "GET");
    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
        .contains("Last-Event-ID");
  }

  @Test
  void bodiesHeadersRatesAndStreamsAreLimited() throws Exception {
    start("127.0.0.1", SecurityConfig.DEFAULT.withLimits(100, 2, 1, 100));
    requests.await(200, "health/ready");
    assertThat(requests.post("rules/test", "{\"yaml\":\"" + "x".repeat(100) + "\"}").statusCode())
        .isIn(413, 501);
    assertThat(requests.post("webhooks", "{\"url\":\"" + "x".repeat(100) + "\"}").statusCode())
        .isEqualTo(413);
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(70_000) + "\r\n\r\n"))
        .startsWith("HTTP/1.1 431 ");
    try (SseClient first = new SseClient(gateway.address().resolve("streams/alerts"))) {
      assertThat(first.next().data()).isEqualTo("listening");
      HttpResponse<String> second = requests.get("streams/alerts");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("1 streams of one address");
    }
    int status = 200;
    for (int i = 0; i < 100 && status != 429; i++) {
      HttpResponse<String> answer = requests.get("topics");
      status = answer.statusCode();
      if (status == 429) {
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      }
    }
    assertThat(status).isEqualTo(429);
    assertThat(requests.get("health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void tlsByConfiguration(@TempDir Path folder) throws Exception {
    Path store = folder.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "gateway",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "password")
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    start("127.0.0.1", SecurityConfig.DEFAULT.withTls(store, "password"));
    assertThat(gateway.address().getScheme()).isEqualTo("https");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      trusted.load(in, "password".toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    HttpResponse<String> answer =
        HttpClient.newBuilder()
            .sslContext(context)
            .build()
            .send(
                HttpRequest.newBuilder(gateway.address().resolve("health/live")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void answersAndBoundedStreamsAreCompressedForThoseWhoCanReadIt() throws Exception {
    for (int i = 0; i < 50; i++) {
      log.append(
          "alerts",
          i % 4,
          Instant.parse(DAY),
          "a" + i,
          Records.alert("a" + i, "s", DAY, EventStatus.PLANNED));
    }
    start("127.0.0.1", SecurityConfig.DEFAULT);
    awaitCaughtUp("Accept", "*/*");
    for (String path : new String[] {"openapi.json", "streams/alerts?until=2025-01-21"}) {
      String plain = requests.get(path).body();
      HttpResponse<byte[]> packed =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(gateway.address().resolve(path))
                      .header("Accept-Encoding", "gzip")
                      .build(),
                  HttpResponse.BodyHandlers.ofByteArray());
      assertThat(packed.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
      assertThat(packed.body().length).as(path).isLessThan(plain.length() / 3);
      try (GZIPInputStream in =
          new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).length())
            .isEqualTo(plain.length());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "with a blank in the middle"})
  void weakTokensAreRefused(String token) throws IOException {
    start("127.0.0.1", SecurityConfig.DEFAULT);
    assertThatThrownBy(() -> SecurityConfig.DEFAULT.withTokens(token, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("http.token.read")
        .hasMessageNotContaining(token);
  }

  private void alert() {
    log.append(
        "alerts", 0, Instant.parse(DAY), "a", Records.alert("a", "s", DAY, EventStatus.PLANNED));
  }

  private void start(String host, SecurityConfig security) throws IOException {
    gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn(host, 0)
                .refreshing(java.time.Duration.ofMillis(100))
                .with(security),
            log,
            InstantSource.system());
    requests =
        new Requests(
            URI.create(
                gateway.address().getScheme()
                    + "://127.0.0.1:"
                    + gateway.address().getPort()
                    + "/"));
  }

  private void awaitCaughtUp(String... headers) throws Exception {
    for (int i = 0; i < 1000; i++) {
      if (requests.get("acknowledgements", headers).statusCode() == 200) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    throw new AssertionError("never caught up");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
