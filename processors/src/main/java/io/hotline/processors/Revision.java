package io.hotline.processors;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * What is remembered of an item: its last content and how many there were. Stored as 20 bytes: the
 * number, then the 128 bits of the hash.
 */
record Revision(int number, String contentHash) {

  private static final int HASH_BYTES = 16;

  static Serde<Revision> serde() {
    return Serdes.serdeFrom(
        (topic, revision) ->
            revision == null
                ? null
                : ByteBuffer.allocate(Integer.BYTES + HASH_BYTES)
                    .putInt(revision.number())
                    .put(HexFormat.of().parseHex(revision.contentHash()))
                    .array(),
        (topic, bytes) ->
            bytes == null
                ? null
                : new Revision(
                    ByteBuffer.wrap(bytes).getInt(),
                    HexFormat.of().formatHex(bytes, Integer.BYTES, bytes.length)));
  }
}
