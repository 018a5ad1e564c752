package io.hotline.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** Asks a gateway as curl would. */
final class Requests {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI gateway;
  private final HttpClient client = HttpClient.newHttpClient();

  Requests(URI gateway) {
    this.gateway = gateway;
  }

  HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, null, headers);
  }

  HttpResponse<String> post(String path, String json, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(gateway.resolve(path)).header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.POST(HttpRequest.BodyPublishers.ofString(json)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(
      String method, String path, HttpRequest.@Nullable BodyPublisher body, String... headers)
      throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  /** Asks again until it is answered so. */
  HttpResponse<String> await(int status, String path) throws Exception {
    HttpResponse<String> answer = get(path);
    for (int i = 0; i < 1000 && answer.statusCode() != status; i++) {
      Thread.sleep(20);
      answer = get(path);
    }
    if (answer.statusCode() != status) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /** Asks again until the answer holds a text. */
  HttpResponse<String> awaitText(String text, String path) throws Exception {
    HttpResponse<String> answer = get(path);
    for (int i = 0; i < 1000 && !answer.body().contains(text); i++) {
      Thread.sleep(20);
      answer = get(path);
    }
    if (!answer.body().contains(text)) {
      throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
