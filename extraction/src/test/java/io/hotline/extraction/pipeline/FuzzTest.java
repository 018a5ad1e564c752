package io.hotline.extraction.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.Article;
import io.hotline.extraction.Extraction;
import io.hotline.extraction.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random, mutated and spliced text goes through the whole extraction: nothing is thrown, and every
 * offset is inside the text. The system property {@code hotline.fuzz} sets how many texts; the
 * build tries a few thousand.
 */
class FuzzTest {

  private static final int TEXTS = Integer.getInteger("hotline.fuzz", 3000);
  private static final long SEED = 20250120;

  private static final List<String> NEWS =
      List.of(
          "MOSCOW, Jan 20 (Reuters) - Russian President Vladimir Putin said on Monday he was ready"
              + " for talks with U.S. President-elect Donald Trump.\n\n\"We have never refused"
              + " dialogue,\" he told the Security Council. \u201cLong-term peace,\u201d not a"
              + " truce, was the goal, Mr. Putin added.",
          "    SHULTZ MEETS SHEVARDNADZE\n    Secretary of State George Shultz will go to\nMoscow"
              + " in April, the White House said. It rose 3.5 pct to 155,221 dlrs.\n    \"He didn't"
              + " call,\" a Soviet official said, \"and they won't wait.\"",
          "Trump plans to talk to Putin\n\nCNN, citing sources, reported that the two men may meet"
              + " \"a few days\" after Jan. 20 \u2014 see http://example.com/a?b=c. Their aides"
              + " declined to comment on the plan; he has no date.");

  /** What breaks programs that take a char for a character or white space for a blank. */
  private static final List<String> ODD =
      List.of(
          "\ud83d\ude00",
          "\ud83d",
          "\ude00",
          "\u200b",
          "\u200d",
          "\u202e",
          "\u2028",
          "\u0000",
          "\ufeff",
          "\u05d0\u05d1",
          "\u0645\u0631",
          "e\u0301\u0302",
          "\ufdfa",
          "\u00ad",
          "''",
          "``",
          "\"",
          "\u201c",
          "\u201d",
          "\u2019",
          "...",
          "--",
          "\r",
          "\r\n",
          "\n\n",
          "\t",
          "\u0085",
          "(",
          ")",
          ".",
          "?",
          "!",
          "-",
          "\u0130",
          "\u1e9e",
          "\ufb01",
          "\u3002",
          "\udbff\udfff");

  private static final List<String> SENTENCES = sentences();

  private final StandardExtractor extractor = StandardExtractor.load();
  private final Random random = new Random(SEED);

  @Test
  void survivesAnyText() {
    for (int i = 0; i < TEXTS; i++) {
      String text =
          switch (random.nextInt(3)) {
            case 0 -> noise();
            case 1 -> mutated();
            default -> spliced();
          };
      String headline = random.nextInt(4) == 0 ? text.substring(0, text.length() / 3) : null;
      check(new Article(text, headline, null, null), i);
    }
  }

  @Test
  void survivesLongLines() {
    int length = 200_000;
    List<String> lines =
        List.of(
            "a".repeat(length),
            "A. ".repeat(length / 3),
            "\"".repeat(length),
            "\ud83d".repeat(length),
            "Putin ".repeat(length / 6),
            "He said \"".repeat(length / 9),
            "\n ".repeat(length / 2),
            "-".repeat(length),
            "\u05d0 ".repeat(length / 2));
    for (int i = 0; i < lines.size(); i++) {
      check(Article.of(lines.get(i)), i);
    }
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(200);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.append(ODD.get(random.nextInt(ODD.size())));
        case 2 -> text.append((char) (' ' + random.nextInt(95)));
        case 3 -> text.appendCodePoint(random.nextInt(0x110000));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }

  private String mutated() {
    StringBuilder text = new StringBuilder(NEWS.get(random.nextInt(NEWS.size())));
    int changes = 1 + random.nextInt(12);
    for (int i = 0; i < changes && text.length() > 1; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, ODD.get(random.nextInt(ODD.size())));
        case 2 -> text.insert(at, text.substring(at, end));
        case 3 -> text.setCharAt(at, (char) random.nextInt(0x3000));
        default -> text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
      }
    }
    return text.toString();
  }

  /**
   * News whose sentences were cut between words and joined to others: words where none expects
   * them.
   */
  private String spliced() {
    StringBuilder text = new StringBuilder();
    int pieces = 2 + random.nextInt(9);
    for (int i = 0; i < pieces; i++) {
      String[] words = SENTENCES.get(random.nextInt(SENTENCES.size())).split(" ");
      int from = random.nextInt(words.length);
      int to = from + 1 + random.nextInt(words.length - from);
      text.append(String.join(" ", List.of(words).subList(from, to)));
      text.append(random.nextInt(4) == 0 ? ". " : " ");
    }
    return text.toString();
  }

  /** The column {@code text} of the tables of contacts. */
  private static List<String> sentences() {
    return Stream.of("contacts.csv", "no-contact.csv", "second-opinion.csv", "open-sides.csv")
        .flatMap(FuzzTest::texts)
        .toList();
  }

  private static Stream<String> texts(String table) {
    try (InputStream in =
        FuzzTest.class.getResourceAsStream("/io/hotline/extraction/events/" + table)) {
      assertThat(in).as(table).isNotNull();
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> l.contains("|"))
              .toList();
      int column = List.of(lines.get(0).split("\\|")).indexOf("text");
      assertThat(column).as("column text of %s", table).isNotNegative();
      return lines.stream().skip(1).map(line -> line.split("\\|")[column]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Article article, int number) {
    Extraction found;
    try {
      found = extractor.extract(article);
    } catch (RuntimeException e) {
      throw new AssertionError("text " + number + " of seed " + SEED + ": " + show(article), e);
    }
    int length = article.text().length();
    assertThat(spans(found).filter(span -> span.end() > length))
        .as("spans outside of text %d: %s", number, show(article))
        .isEmpty();
    assertThat(found.sentences()).as("sentences of text %d", number).isSorted();
  }

  private static Stream<Span> spans(Extraction found) {
    return Stream.of(
            found.sentences().stream(),
            found.mentions().stream().map(m -> m.span()),
            found.quotes().stream().map(q -> q.span()),
            found.quotes().stream().flatMap(q -> Stream.ofNullable(q.cue())).map(c -> c.span()),
            found.events().stream().map(e -> e.sentence()),
            found.events().stream().flatMap(e -> e.cues().stream()))
        .flatMap(s -> s);
  }

  private static String show(Article article) {
    StringBuilder out = new StringBuilder();
    article
        .text()
        .chars()
        .limit(300)
        .forEach(
            c ->
                out.append(
                    c < 127 && c > 31 ? String.valueOf((char) c) : String.format("\\u%04x", c)));
    return out.toString();
  }
}
