package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.events.VerbGroup.Tense;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Tells news from what was long past or known already when the article was published. */
final class Background {

  /** What ended longer ago than this is no news, however it is told. */
  private static final Duration LONG_PAST = Duration.ofDays(30);

  /** What is only mentioned beside the news is none itself after this. */
  private static final Duration MENTIONED = Duration.ofDays(3);

  /** Not having met since longer ago than this is no news. */
  private static final Duration LONG_ABSENCE = Duration.ofDays(180);

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final @Nullable Instant published;

  Background(Lexicon lexicon, Clauses clauses, @Nullable Instant published) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.published = published;
  }

  EventStatus status(
      EventStatus status,
      Times.@Nullable Mention time,
      @Nullable EventTime when,
      Governors.Chain chain,
      int chunk,
      int token) {
    Words words = clauses.words();
    Chunk group = clauses.chunk(chunk);
    boolean done = status == EventStatus.OCCURRED;
    for (int t = group.from(); t < token; t++) {
      Lexicon.Modifier modifier = lexicon.modifier(words.lower(t));
      if (done
          && modifier != null
          && modifier.kind().equals("time")
          && modifier.value().equals("PAST")
          && published != null) {
        return EventStatus.HISTORICAL_BACKGROUND;
      }
    }
    if (time != null
        && yearsAgo(words, time)
        && (done || status == EventStatus.DENIED || status == EventStatus.PLANNED)) {
      return EventStatus.HISTORICAL_BACKGROUND;
    }
    if (time != null && published != null && longDecided(time)) {
      return EventStatus.HISTORICAL_BACKGROUND;
    }
    if (when == null || published == null) {
      return status;
    }
    boolean since = time != null && words.lower(time.from() - 1).equals("since");
    if (status == EventStatus.DENIED
        && since
        && when.from().isBefore(published.minus(LONG_ABSENCE))) {
      return EventStatus.HISTORICAL_BACKGROUND;
    }
    if (when.to().isBefore(published.minus(LONG_PAST))) {
      return EventStatus.HISTORICAL_BACKGROUND;
    }
    boolean mentioned =
        chain.links().stream()
            .anyMatch(l -> l.operator() == Operator.BEHIND || l.tense() == Tense.PAST_PERFECT);
    if (done && mentioned && when.to().isBefore(published.minus(MENTIONED))) {
      return EventStatus.HISTORICAL_BACKGROUND;
    }
    return status;
  }

  /** {@code agreed in 1975 to meet}: the time can only be that of a decision, years ago. */
  private boolean longDecided(Times.Mention time) {
    Times.Range past = time.past();
    return published != null
        && time.direction() == Times.Direction.PAST
        && past != null
        && past.to()
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .isBefore(published.minus(LONG_ABSENCE));
  }

  private boolean yearsAgo(Words words, Times.Mention time) {
    boolean years = false;
    boolean ago = false;
    for (int t = time.from(); t < time.to(); t++) {
      years |= lexicon.is("years", words.lower(t));
      ago |= lexicon.is("ago", words.lower(t));
    }
    return years && ago;
  }
}
