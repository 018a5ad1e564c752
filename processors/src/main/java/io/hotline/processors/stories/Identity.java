package io.hotline.processors.stories;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An id that is a hash of what it stands for, so that every replay finds the same: SHA-256 over the
 * parts, each with its length, cut to 128 bits and written as 32 hexadecimal digits. Not for use by
 * two threads.
 */
public final class Identity {

  private static final int BYTES = 16;

  private final MessageDigest digest;

  private Identity(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * Begins an id.
   *
   * @param kind keeps ids of different things apart
   */
  public static Identity start(String kind) {
    try {
      return new Identity(MessageDigest.getInstance("SHA-256")).with(kind);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }

  public Identity with(@Nullable String part) {
    if (part == null) {
      return with(-1);
    }
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    with(bytes.length);
    digest.update(bytes);
    return this;
  }

  public Identity with(long part) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part).flip());
    return this;
  }

  public Identity with(List<String> parts) {
    with(parts.size());
    parts.forEach(this::with);
    return this;
  }

  /** The id; call it once. */
  public String end() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
