package io.hotline.benchmarks.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.extraction.text.Document;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.NewsItem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * News in any amount, made from a corpus: item <i>n</i> is an article with its paragraphs in an
 * order of its own, a fresh id, and a time on one day. A pure function of the corpus, the seed and
 * <i>n</i>. Immutable.
 */
final class Corpus {

  /** The day that all items are published on. */
  static final Instant DAY = Instant.parse("2025-01-20T00:00:00Z");

  private static final String SAMPLE = "/io/hotline/cli/demo/sample-news.jsonl";

  private record Story(String source, String headline, List<String> paragraphs) {}

  private final String name;
  private final List<Story> stories;
  private final long seed;

  private Corpus(String name, List<Story> stories, long seed) {
    this.name = name;
    this.stories = List.copyOf(stories);
    this.seed = seed;
  }

  /**
   * Reads JSON lines with {@code text} and perhaps {@code headline} and {@code source}.
   *
   * @param file the articles, perhaps gzipped; null: the demo's sample
   */
  static Corpus read(@Nullable Path file, long seed) throws IOException {
    try (InputStream in = open(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      ObjectMapper json = new ObjectMapper();
      List<Story> stories = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode article = json.readTree(line);
        List<String> paragraphs = paragraphs(article.path("text").asText());
        if (!paragraphs.isEmpty()) {
          stories.add(
              new Story(
                  article.path("source").asText("Corpus"),
                  article.path("headline").asText(""),
                  paragraphs));
        }
      }
      if (stories.isEmpty()) {
        throw new IOException("no line has a text: " + file);
      }
      return new Corpus(
          file == null ? "the demo's sample" : "" + file.getFileName(), stories, seed);
    }
  }

  private static InputStream open(@Nullable Path file) throws IOException {
    if (file == null) {
      InputStream sample = Corpus.class.getResourceAsStream(SAMPLE);
      if (sample == null) {
        throw new IOException(SAMPLE + " is not on the class path");
      }
      return sample;
    }
    InputStream raw = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
  }

  /** Paragraphs, told by an empty line or an indented first line. */
  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\\n\\s*\\n|\\n(?=    )"))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .toList();
  }

  /** Name and size, for a report. */
  String describe() {
    return "%s, %,d articles".formatted(name, stories.size());
  }

  /** Item {@code n} of {@code total}, which are spread evenly over the day. */
  NewsItem item(long n, long total) {
    Story story = stories.get((int) (n % stories.size()));
    List<String> paragraphs = new ArrayList<>(story.paragraphs());
    Collections.shuffle(paragraphs, new Random(seed * 1_000_003 + n));
    if (!story.headline().isEmpty()) {
      paragraphs.add(0, story.headline());
    }
    Duration offset = Duration.ofMillis(Duration.ofDays(1).toMillis() * n / total);
    return item(
        "item-" + n, story.source(), story.headline(), String.join("\n\n", paragraphs), offset);
  }

  /** An item of one's own. */
  static NewsItem item(String id, String source, String headline, String text, Duration offset) {
    return NewsItem.newBuilder()
        .setId(id)
        .setSource(source)
        .setHeadline(headline)
        .setText(text)
        .setPublished(DAY.plus(offset))
        .setPublishedBasis(DateBasis.FEED)
        .setSeen(DAY.plus(Duration.ofDays(1)))
        .build();
  }

  /** Tokens of the first items, as the extraction counts them. */
  long tokens(int items) {
    long tokens = 0;
    for (int n = 0; n < items; n++) {
      tokens += Document.of(item(n, items).getText(), null).tokenCount();
    }
    return tokens;
  }
}
