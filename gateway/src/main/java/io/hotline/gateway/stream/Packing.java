package io.hotline.gateway.stream;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compresses one stream, so that each chunk can be read as soon as it has come. Gzip, RFC 1952. */
final class Packing implements AutoCloseable {

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final int BUFFER = 8 * 1024;

  private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[BUFFER];
  private boolean begun;
  private boolean closed;

  /** The chunk, compressed; after the last one the whole is complete. */
  ByteBuffer pack(ByteBuffer chunk, boolean last) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(chunk.remaining() / 4 + 64);
    if (!begun) {
      packed.writeBytes(HEADER);
      begun = true;
    }
    crc.update(chunk.duplicate());
    deflater.setInput(chunk);
    if (last) {
      deflater.finish();
    }
    int flush = last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH;
    int made;
    do {
      made = deflater.deflate(buffer, 0, buffer.length, flush);
      packed.write(buffer, 0, made);
    } while (last ? !deflater.finished() : made == buffer.length);
    if (last) {
      littleEndian(packed, crc.getValue());
      littleEndian(packed, deflater.getBytesRead());
    }
    return ByteBuffer.wrap(packed.toByteArray());
  }

  /** Gives up the memory outside the heap. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      deflater.end();
    }
  }

  private static void littleEndian(ByteArrayOutputStream out, long value) {
    for (int shift = 0; shift < 32; shift += 8) {
      out.write((int) (value >> shift));
    }
  }
}
