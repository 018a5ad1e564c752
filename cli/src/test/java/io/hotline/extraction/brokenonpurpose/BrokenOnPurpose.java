package io.hotline.extraction.brokenonpurpose;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** Breaks the walls around the extraction, so that the test of the rules sees them fall. */
public final class BrokenOnPurpose {
  static int calls;

  private BrokenOnPurpose() {}

  /** Imports Kafka and reads the wall clock. */
  public static String partitionNow() {
    calls++;
    return new TopicPartition("t", 0) + "@" + Instant.now();
  }
}
