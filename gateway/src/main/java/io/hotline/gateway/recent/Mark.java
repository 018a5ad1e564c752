package io.hotline.gateway.recent;

import java.time.Instant;
import java.util.List;

/**
 * What is counted of a signal or an alert.
 *
 * @param topic short name
 * @param holds false if it was taken back
 */
record Mark(
    String topic,
    Instant published,
    boolean holds,
    String status,
    String mode,
    List<String> parties) {}
