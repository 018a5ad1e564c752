package io.hotline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.IngestReport;
import io.hotline.ingest.NewsSource;
import io.hotline.ingest.sources.SourceOptions;
import io.hotline.ingest.sources.Sources;
import io.hotline.schemas.record.NewsItem;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How fast the door is by itself: from bytes to serialized items, without a cluster, on one thread.
 *
 * <pre>./mvnw -pl ingest -am test -Dtest=ThroughputTest -Dhotline.speed=true</pre>
 *
 * Prints items a second of CPU time, which the rest of a busy machine does not change.
 */
@EnabledIfSystemProperty(named = "hotline.speed", matches = "true")
class ThroughputTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2025-01-21T08:00:00Z"));

  private static final String TEXT =
      "The two ministers agreed on Monday to meet in Geneva, their offices said in statements. ";

  @Test
  void jsonLines() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(
          "{\"id\":\"n-%d\",\"headline\":\"Ministers agree, part %d\",\"text\":\"%s\\n\\n%s\",\"published\":\"2025-01-20T10:00:00Z\",\"source\":\"The Paper\",\"url\":\"https://example.org/%d\",\"language\":\"en\"}\n"
              .formatted(i, i, TEXT.repeat(10), TEXT.repeat(10), i));
    }
    measure("jsonl, 2 kB", lines.toString(), 20_000);
  }

  @Test
  void feeds() throws Exception {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>t</title>");
    for (int i = 0; i < 2_000; i++) {
      feed.append(
          "<item><guid>https://example.org/%d</guid><title>Ministers agree &amp; part %d</title><link>https://example.org/%d</link><description>&lt;p&gt;%s&lt;/p&gt;&lt;p&gt;%s&lt;/p&gt;</description><pubDate>Mon, 20 Jan 2025 10:00:00 GMT</pubDate><category>a</category></item>"
              .formatted(i, i, i, TEXT.repeat(5), TEXT.repeat(5)));
    }
    measure("RSS, 1 kB", feed + "</channel></rss>", 2_000);
  }

  private static void measure(String name, String content, int expected) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    double best = 0;
    for (int round = 0; round < 8; round++) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      IngestReport report = read(bytes);
      double seconds =
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
      assertThat(report.published()).isEqualTo(expected);
      best = Math.max(best, expected / seconds);
    }
    System.out.printf("%-12s %,.0f items a second of one core%n", name, best);
  }

  private static IngestReport read(byte[] bytes) {
    SpecificDatumWriter<NewsItem> writer = new SpecificDatumWriter<>(NewsItem.class);
    NewsSource source = Sources.ofBytes("speed", bytes, CLOCK, SourceOptions.DEFAULT);
    return new Rehearsal(item -> serialized(writer, item), notice -> {}).read(List.of(source));
  }

  private static ByteBuffer serialized(SpecificDatumWriter<NewsItem> writer, NewsItem item) {
    try {
      var out = new java.io.ByteArrayOutputStream(4096);
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      writer.write(item, encoder);
      encoder.flush();
      return ByteBuffer.wrap(out.toByteArray());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
