package io.hotline.processors.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueriesTest {

  static {
    Topics.isRuleId("x"); // the catalogue vouches for the records that builders copy
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Of which words an item must have one; {@code any} where it could match without. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "call; text:call",
        "headline:call; headline:call",
        "call OR talks; text:call text:talks",
        "call AND negotiation; text:negotiation",
        "+call meeting; text:call",
        "\"peace talks\"; text:peace",
        "\"the negotiation\"; text:negotiation",
        "(call OR talks) AND kremlin; text:kremlin",
        "(call OR talks) AND sun*; text:call text:talks",
        "call OR sun*; any",
        "sun*; any",
        "call NOT sport; text:call",
        "call^2; text:call",
        "-sport; nothing",
        "*:*; any",
        "[a TO b]; any"
      })
  void requiredTerms(String query, String expected) throws ParseException {
    Set<Term> required = RequiredTerms.of(parse(query));
    assertThat(
            required == null
                ? "any"
                : required.isEmpty()
                    ? "nothing"
                    : required.stream()
                        .map(Term::toString)
                        .sorted()
                        .collect(Collectors.joining(" ")))
        .isEqualTo(expected);
  }

  /** Words alone answer as a search does. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "a",
        "z",
        "a AND b",
        "a AND z",
        "a OR z",
        "y OR z",
        "a NOT z",
        "a NOT b",
        "-a",
        "-z",
        "+a z",
        "+a -b z",
        "(a OR z) AND (b OR y)",
        "(a NOT b) OR (c NOT z)",
        "a^2 AND b",
        "headline:a OR b",
        "z OR -a",
        "(-z)",
        "a AND (-z)",
        "\"a b\"",
        "\"b a\"",
        "\"a z\" OR c",
        "a NOT \"a b\"",
        "a NOT \"b a\"",
        "b* AND a",
        "a NOT z*",
        "a NOT b*"
      })
  void wordsAnswerAsASearchDoes(String query) throws ParseException {
    ReadItem item = new ReadItem(item("a b c d"));
    Query parsed = parse(query);
    WordTest words = WordTest.of(parsed);
    assertThat(words.mayMatch(item.terms()) && (words.exact() || item.matches(parsed)))
        .isEqualTo(item.matches(parsed));
    assertThat(words.exact()).isEqualTo(!query.matches(".*[\"*].*"));
  }

  /** What the budget lets through, asked of a long item that is made to be slow for it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("costly")
  void theCostliestQueriesOfTheBudgetAreQuick(String name, String query, String word)
      throws ParseException {
    ItemIndex item = new ItemIndex(item((word + " ").repeat(50_000)));
    Query parsed = parse(query);
    item.matches(parsed); // once for the classes
    long started = THREADS.getCurrentThreadCpuTime(); // a busy machine is no slow query
    item.matches(parsed);
    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - started))
        .as(name)
        .isLessThan(Duration.ofSeconds(1));
  }

  static String[][] costly() {
    String phrase = IntStream.range(0, 10).mapToObj(i -> "a").collect(Collectors.joining(" "));
    return new String[][] {
      {"a phrase of one word ten times", "\"" + phrase + "\"~50", "a"},
      {"a phrase of words in any order", "\"b a b a b a b a c\"~50", "a b"},
      {
        "as many words as may be",
        IntStream.range(0, 250).mapToObj(i -> "w" + i).collect(Collectors.joining(" OR ")),
        "a"
      },
      {
        "as many patterns as may be",
        IntStream.range(0, 16).mapToObj(i -> "/.*" + i + ".*z/").collect(Collectors.joining(" ")),
        "abcdefghijklmnopqrstuvwxy"
      },
      {"fuzzy words", "abcdefghijkl~2 bcdefghijklm~2", "abcdefghijkk"},
    };
  }

  private static Query parse(String query) throws ParseException {
    return Queries.parse(query, ItemIndex.TEXT, ItemIndex.FIELDS);
  }

  private static EnrichedItem item(String text) {
    return EnrichedItem.newBuilder()
        .setItem(
            NewsItem.newBuilder()
                .setId("i")
                .setSource("s")
                .setText(text)
                .setPublished(Instant.EPOCH)
                .setSeen(Instant.EPOCH)
                .build())
        .setRevision(1)
        .setContentHash("")
        .setExtractorVersion("")
        .setLanguage("en")
        .build();
  }

  @Test
  void aQueryOfALengthIsRefused() {
    assertThat("x".repeat(Queries.LONGEST + 1))
        .satisfies(
            query ->
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> parse(query))
                    .isInstanceOf(ParseException.class)
                    .hasMessageContaining("characters, more than 4000"));
  }
}
