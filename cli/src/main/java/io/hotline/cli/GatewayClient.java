package io.hotline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a running gateway. */
final class GatewayClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI gateway;
  private final String token;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  GatewayClient(Settings settings) {
    String address = settings.text(Setting.GATEWAY_URL);
    try {
      this.gateway = URI.create(address.endsWith("/") ? address : address + "/");
    } catch (IllegalArgumentException e) {
      throw new UserException("gateway.url '" + address + "': expected http://host:port", e);
    }
    this.token = settings.text(Setting.HTTP_TOKEN_ADMIN);
  }

  /**
   * Asks, and returns what was answered; null if there was nothing to say.
   *
   * @param body null for none
   * @throws UserException with what the gateway said was wrong
   */
  @Nullable JsonNode ask(String method, String path, @Nullable JsonNode body)
      throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    request.method(
        method,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body.toString()));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode said = answer.body().isBlank() ? null : JSON.readTree(answer.body());
      if (answer.statusCode() >= 400) {
        throw new UserException(
            said == null || !said.has("error")
                ? gateway + " answered " + answer.statusCode()
                : said.get("error").asText());
      }
      return said;
    } catch (IOException e) {
      throw new UserException(
          "the gateway at "
              + gateway
              + " does not answer ("
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
              + "); --gateway-url names another",
          e);
    }
  }
}
