package io.hotline.extraction.events;

import io.hotline.extraction.EventTime;
import io.hotline.extraction.TimePrecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds words of time in a sentence and resolves them against the day of publication, in UTC.
 * Nothing is resolved if that day is not known; the direction of words such as {@code next week} is
 * known all the same.
 */
final class Times {

  /** Where an expression points, seen from publication. */
  enum Direction {
    PAST,
    NOW,
    FUTURE,
    OPEN
  }

  /**
   * A stretch of words about time.
   *
   * @param from first token
   * @param to token after the last
   * @param ranges what it means, when the event lies behind and when it lies ahead; null if it
   *     cannot be resolved
   */
  record Mention(
      int from, int to, Direction direction, @Nullable Range past, @Nullable Range future) {}

  /** Days, the last one exclusive. */
  record Range(LocalDate from, LocalDate to, TimePrecision precision) {
    EventTime toEventTime(io.hotline.extraction.Span span) {
      return new EventTime(instant(from), instant(to), precision, span);
    }

    private static Instant instant(LocalDate day) {
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
  }

  record Word(String kind, String value) {
    int number() {
      return Integer.parseInt(value);
    }
  }

  record Inauguration(String person, LocalDate day) {}

  private static final Word[] NO_WORD = {};

  private final Map<String, Word[]> words;
  private final List<Inauguration> inaugurations;

  private Times(Map<String, Word[]> words, List<Inauguration> inaugurations) {
    this.words = words;
    this.inaugurations = inaugurations;
  }

  static Times load() {
    Map<String, List<Word>> words = new HashMap<>();
    for (String[] row : Tables.rows("time-words.tsv", 3)) {
      words.computeIfAbsent(row[0], k -> new ArrayList<>()).add(new Word(row[1], row[2]));
    }
    List<Inauguration> days = new ArrayList<>();
    for (String[] row : Tables.rows("inaugurations.tsv", 3)) {
      days.add(new Inauguration(row[1], LocalDate.parse(row[2])));
    }
    Map<String, Word[]> byWord = new HashMap<>();
    words.forEach((word, senses) -> byWord.put(word, senses.toArray(new Word[0])));
    return new Times(byWord, List.copyOf(days));
  }

  List<Inauguration> inaugurations() {
    return inaugurations;
  }

  /** The expressions of a sentence, in order. */
  List<Mention> in(Words sentence, @Nullable Instant published) {
    LocalDate today = published == null ? null : published.atOffset(ZoneOffset.UTC).toLocalDate();
    return new TimeReader(this, sentence, today).read();
  }

  /** Whether an expression can begin with a word; cheap, for every word is asked. */
  boolean mayBegin(String lower) {
    return words.containsKey(lower)
        || !lower.isEmpty() && Character.isDigit(lower.charAt(0))
        || lower.indexOf('-') > 0;
  }

  @Nullable Word word(String lower, String kind) {
    for (Word word : words.getOrDefault(lower, NO_WORD)) {
      if (word.kind().equals(kind)) {
        return word;
      }
    }
    return null;
  }
}
