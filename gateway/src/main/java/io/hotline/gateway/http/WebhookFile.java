package io.hotline.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.schemas.record.Webhook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Subscribers in a file: a JSON list of what {@code POST /webhooks} takes, each with an id. */
public final class WebhookFile {

  private WebhookFile() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException saying what is wrong with the file
   */
  public static List<Webhook> read(Path file) {
    List<Webhook> webhooks = new ArrayList<>();
    try {
      JsonNode list = new ObjectMapper().readTree(Files.readAllBytes(file));
      for (JsonNode each : list) {
        if (!(each instanceof ObjectNode body) || !body.path("id").isTextual()) {
          throw new IllegalArgumentException(
              "webhooks.file " + file + ": expected a list of objects, each with an id");
        }
        webhooks.add(WebhookEndpoints.read(body));
      }
      return webhooks;
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "webhooks.file " + file + ": cannot be read: " + e.getMessage(), e);
    } catch (Refused e) {
      throw new IllegalArgumentException("webhooks.file " + file + ": " + e.getMessage(), e);
    }
  }
}
