package io.hotline.schemas.wire;

import java.io.OutputStream;
import java.util.Arrays;

/** Collects the bytes of one record after the other. For one thread. */
final class WireBuffer extends OutputStream {

  static final int HEADER_BYTES = 5;
  static final byte MAGIC = 0;

  private static final int START_BYTES = 4 * 1024;

  /** A buffer that one giant record blew up is not kept for the small ones after it. */
  private static final int KEPT_BYTES = 1024 * 1024;

  private byte[] bytes = new byte[START_BYTES];
  private int size;

  void begin(int schemaId) {
    bytes[0] = MAGIC;
    bytes[1] = (byte) (schemaId >>> 24);
    bytes[2] = (byte) (schemaId >>> 16);
    bytes[3] = (byte) (schemaId >>> 8);
    bytes[4] = (byte) schemaId;
    size = HEADER_BYTES;
  }

  int size() {
    return size;
  }

  byte[] end() {
    byte[] record = Arrays.copyOf(bytes, size);
    if (bytes.length > KEPT_BYTES) {
      bytes = new byte[START_BYTES];
    }
    return record;
  }

  @Override
  public void write(int b) {
    makeRoom(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    makeRoom(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  private void makeRoom(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), size + more));
    }
  }
}
