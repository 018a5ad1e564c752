package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.CLOCK;
import static io.hotline.ingest.sources.Readings.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.normalize.Normalizer;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Inputs broken at random, always the same way: whatever comes in, an item or a {@link Rejected}
 * comes out, and nothing else.
 */
class MutatedInputTest {

  private enum Result {
    ITEM,
    REJECTED
  }

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
    "</item>",
    "<item>",
    "xmlns:a=\"b\"",
    "\u0000",
    "\uFEFF",
    "9999999999999999999",
    "-1",
    "1e400",
    "\n",
    "    ",
    "<table><tr>",
    "</p>",
    "2099-01-01"
  };

  private final Normalizer normalizer = Normalizer.load();
  private final Map<Result, Integer> results = new EnumMap<>(Result.class);

  @Test
  void jsonLines() {
    mutate(
        utf8(
            """
            {"id": "7", "headline": "Talks <b>begin</b>", "text": "They\\u00a0met.\\n\\nHe said so.", "published": "2025-01-20T10:00:00Z", "source": "S", "url": "https://example.org/a?b=c#d", "language": "en", "authors": [{"name": "A"}], "tags": ["x"]}
            {"id": 8, "title": "Plain", "body": "<p>One<br>two</p>", "date": 1737368130}
            """),
        4_000);
  }

  @Test
  void rss() {
    mutate(Readings.resource("agency.rss"), 500);
  }

  @Test
  void atom() {
    mutate(Readings.resource("site.atom"), 500);
  }

  @Test
  void plainForm() {
    mutate(
        utf8(" date 2025-01-20 Talks begin\n\nThey met\non Monday.\n    He said so.\n A  B   C\n"),
        2_000);
  }

  private void mutate(byte[] good, int times) {
    Random random = new Random(20250120);
    for (int i = 0; i < times; i++) {
      byte[] bytes = good;
      for (int n = random.nextInt(4); n >= 0; n--) {
        bytes = mutated(bytes, random);
      }
      readAll(bytes);
    }
    assertThat(results.get(Result.ITEM)).as("mutations that leave items").isGreaterThan(times / 20);
    assertThat(results.get(Result.REJECTED)).as("mutations that break").isGreaterThan(times / 100);
  }

  private void readAll(byte[] bytes) {
    var source = Sources.open("-", CLOCK, SourceOptions.DEFAULT, new ByteArrayInputStream(bytes));
    try (source) {
      while (source.hasNext()) {
        Reading reading = source.next();
        Outcome outcome =
            reading instanceof RawDocument document
                ? normalizer.normalize(document)
                : (Rejected) reading;
        results.merge(check(outcome), 1, Integer::sum);
      }
    }
  }

  private static Result check(Outcome outcome) {
    if (outcome instanceof Rejected rejected) {
      assertThat(rejected.message()).startsWith(rejected.origin().toString());
      assertThat(rejected.errorType()).matches("[a-z-]+");
      return Result.REJECTED;
    }
    var item = ((Normalized) outcome).item();
    assertThat(item.getText()).startsWith(item.getHeadline()).doesNotContain("\u0000", "\r", "\t");
    assertThat(item.getPublished()).isBeforeOrEqualTo(item.getSeen());
    return Result.ITEM;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    return switch (random.nextInt(5)) {
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
      default -> replaced(bytes, at, at, utf8(FRAGMENTS[random.nextInt(FRAGMENTS.length)]));
    };
  }

  private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
    byte[] out = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(by, 0, out, from, by.length);
    System.arraycopy(bytes, to, out, from + by.length, bytes.length - to);
    return out;
  }
}
