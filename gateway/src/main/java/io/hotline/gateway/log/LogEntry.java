package io.hotline.gateway.log;

import io.hotline.schemas.RecordJson;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of the log. Thread-safe; its JSON is made when somebody first asks for it.
 *
 * <p>A record that takes back its key, and one that cannot be read, have no value; they are shown
 * all the same, so that nobody waits for them.
 */
public final class LogEntry {

  /** What a record that cannot be read is called; its JSON says where it stands and why. */
  public static final String MALFORMED = "malformed";

  private final Partition partition;
  private final long offset;
  private final Instant published;
  private final String key;
  private final String event;
  private final @Nullable SpecificRecord value;
  private final Facets facets;
  private @Nullable String json;

  private LogEntry(
      Partition partition,
      long offset,
      Instant published,
      String key,
      String event,
      @Nullable SpecificRecord value,
      @Nullable String json) {
    this.partition = partition;
    this.offset = offset;
    this.published = published;
    this.key = key;
    this.event = event;
    this.value = value;
    this.json = json;
    this.facets = value == null ? Facets.NONE : Facets.of(value);
  }

  /** A record. */
  static LogEntry of(
      Partition partition,
      long offset,
      Instant published,
      String key,
      TopicKind kind,
      SpecificRecord value) {
    return new LogEntry(partition, offset, published, key, kind.label(), value, null);
  }

  /** Something that has no value to show. */
  static LogEntry without(
      Partition partition, long offset, Instant published, String key, String event, String json) {
    return new LogEntry(partition, offset, published, key, event, null, json);
  }

  public Partition partition() {
    return partition;
  }

  public long offset() {
    return offset;
  }

  /** Its event time. */
  public Instant published() {
    return published;
  }

  /** Its key in Kafka. */
  public String key() {
    return key;
  }

  /** What it is: the label of its {@link TopicKind}, that with {@code -removed}, or malformed. */
  public String event() {
    return event;
  }

  /** The record itself; null if there is none. */
  public @Nullable SpecificRecord value() {
    return value;
  }

  public Facets facets() {
    return facets;
  }

  /** The record in plain JSON on one line, field names as in its Avro schema. */
  public String json() {
    String made = json;
    if (made == null) {
      if (value == null) {
        throw new IllegalStateException("an entry without a value has its JSON from the beginning");
      }
      made = RecordJson.line(value);
      json = made;
    }
    return made;
  }
}
