package io.hotline.gateway.log;

import java.time.Instant;

/**
 * A record of the log.
 *
 * @param published its event time
 * @param event what it is: the label of its {@link TopicKind}, or {@link #MALFORMED}
 * @param json the record in plain JSON, field names as in its Avro schema; for a malformed one,
 *     where it stands and what is wrong with it
 */
public record LogEntry(
    Partition partition, long offset, Instant published, String event, String json) {

  /** A record that cannot be read. It is shown as that, so that nobody waits for it. */
  public static final String MALFORMED = "malformed";
}
