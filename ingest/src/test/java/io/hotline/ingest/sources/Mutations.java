package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.utf8;

import java.util.Arrays;
import java.util.Random;

/** Inputs broken at random, each always the same way: an input is known by its number. */
final class Mutations {

  private static final long SEED = 20250120L;

  private static final int MOST_CHANGES = 4;

  private static final String[] FRAGMENTS = {
    "<",
    ">",
    "&",
    "&#0;",
    "&#55357;",
    "\"",
    "\\",
    "\\ud83d",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<!DOCTYPE x>",
    "<!ENTITY a \"&a;&a;\">",
    "&a;",
    "</item>",
    "<item>",
    "xmlns:a=\"b\"",
    "\u0000",
    "\uFEFF",
    "9999999999999999999",
    "-1",
    "1e400",
    "\n",
    "\r\n\r\n",
    "    ",
    "<table><tr>",
    "</p>",
    "2099-01-01",
    "Content-Length: 99999999999",
    "WARC/1.0\r\n",
    "encoding=\"utf-16\"",
    "charset=utf-7",
    "<div>",
    "[[[[[[[[[[",
    "/../",
    "%ff"
  };

  private Mutations() {}

  /** One of the broken forms of a good input. */
  static byte[] of(byte[] good, int number) {
    Random random = new Random(SEED * 1_000_003 + number);
    byte[] bytes = good;
    for (int n = random.nextInt(MOST_CHANGES); n >= 0; n--) {
      bytes = mutated(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 ->
          replaced(
              bytes, at, Math.min(bytes.length, at + 1), new byte[] {(byte) random.nextInt(256)});
      case 2 -> replaced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
      case 3 -> {
        int from = random.nextInt(bytes.length + 1);
        yield replaced(
            bytes, at, at, Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 60)));
      }
      case 4 -> {
        // The same piece many times: what nests or adds up.
        int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        yield replaced(bytes, at, at, repeated(piece, 1 << random.nextInt(9)));
      }
      default -> replaced(bytes, at, at, utf8(FRAGMENTS[random.nextInt(FRAGMENTS.length)]));
    };
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[] out = new byte[piece.length * times];
    for (int i = 0; i < times; i++) {
      System.arraycopy(piece, 0, out, i * piece.length, piece.length);
    }
    return out;
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
