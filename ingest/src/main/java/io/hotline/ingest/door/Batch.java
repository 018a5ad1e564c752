package io.hotline.ingest.door;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.ingest.IngestReport;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request. Thread-safe.
 *
 * @see ItemDoor
 */
final class Batch {

  enum State {
    QUEUED,
    PUBLISHED,
    FAILED
  }

  private final String id;
  private State state = State.QUEUED;
  private @Nullable IngestReport report;
  private @Nullable String error;

  Batch(String id) {
    this.id = id;
  }

  synchronized void published(IngestReport given) {
    state = State.PUBLISHED;
    report = given;
  }

  synchronized void failed(String why) {
    state = State.FAILED;
    error = why;
  }

  synchronized boolean isFailed() {
    return state == State.FAILED;
  }

  synchronized ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("batch", id);
    json.put("state", state.name());
    json.put("status", "/batches/" + id);
    if (report != null) {
      json.put("read", report.read());
      json.put("published", report.published());
      json.put("deadLetters", report.deadLetters());
    }
    if (error != null) {
      json.put("error", error);
    }
    return json;
  }
}
