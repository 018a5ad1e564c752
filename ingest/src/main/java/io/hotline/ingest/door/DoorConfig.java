package io.hotline.ingest.door;

import java.net.InetSocketAddress;

/**
 * How the door is set up.
 *
 * @param address where it listens; port 0 is any that is free
 * @param token what callers must show; at least 16 characters
 * @param maxBatchBytes largest body of a request
 * @param maxWaiting most batches that wait to be published; more are refused for a while
 */
public record DoorConfig(
    InetSocketAddress address, String token, int maxBatchBytes, int maxWaiting) {

  public DoorConfig {
    if (token.length() < 16) {
      throw new IllegalArgumentException(
          "token: expected at least 16 characters, found %d".formatted(token.length()));
    }
    if (maxBatchBytes < 1 || maxWaiting < 1) {
      throw new IllegalArgumentException(
          "maxBatchBytes %d, maxWaiting %d: expected at least 1"
              .formatted(maxBatchBytes, maxWaiting));
    }
  }

  /** 16 MiB a batch, 64 of them waiting. */
  public static DoorConfig of(InetSocketAddress address, String token) {
    return new DoorConfig(address, token, 16 * 1024 * 1024, 64);
  }
}
