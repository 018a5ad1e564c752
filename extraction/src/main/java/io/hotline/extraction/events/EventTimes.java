package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.Span;
import io.hotline.extraction.events.Chunk.Kind;
import org.jspecify.annotations.Nullable;

/** Finds the words of time that belong to a trigger, and what they mean for its event. */
final class EventTimes {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final SentenceTimes times;

  EventTimes(Lexicon lexicon, Clauses clauses, Words words, SentenceTimes times) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.times = times;
  }

  Times.@Nullable Mention of(int token, Governors.Chain chain) {
    Times.Mention best = null;
    int cost = 26;
    for (Times.Mention mention : times.mentions()) {
      int distance = distance(token, mention, chain);
      if (distance < cost) {
        cost = distance;
        best = mention;
      }
    }
    return best;
  }

  private int distance(int token, Times.Mention mention, Governors.Chain chain) {
    int low = Math.min(token, mention.from());
    int high = Math.max(token, mention.to() - 1);
    int cost = mention.from() > token ? mention.from() - token : token - mention.to() + 3;
    for (int i = clauses.chunkOf(low); i <= clauses.chunkOf(high); i++) {
      Chunk chunk = clauses.chunk(i);
      if (chunk.from() < low || chunk.to() > high) {
        continue;
      }
      cost +=
          switch (chunk.kind()) {
            case COMMA -> 4;
            case SUBORDINATOR, RELATIVE, STOP -> 14;
            case VERB -> chain.verbs().contains(i) ? 0 : clauses.finite(i) ? 12 : 6;
            default -> 0;
          };
    }
    for (int t = low + 1; t < high; t++) {
      if (t != token
          && lexicon.isTriggerForm(words.lower(t))
          && (t < mention.from() || t >= mention.to())) {
        cost += 14;
      }
    }
    int beside = clauses.chunkOf(Math.max(words.from(), mention.from()));
    while (beside > 0
        && !clauses.is(beside, Kind.VERB)
        && clauses.chunk(beside).from() >= mention.from() - 1) {
      beside--;
    }
    boolean saying =
        clauses.is(beside, Kind.VERB)
            && clauses.chunk(beside).head() != token
            && lexicon.verbOperators(clauses.verb(beside).lemma()).stream()
                .anyMatch(o -> o.operator() == Operator.REPORT)
            && clauses.chunk(beside).to() >= mention.from() - 1;
    boolean elsewhere =
        clauses.finite(beside)
            && !chain.verbs().contains(beside)
            && clauses.chunk(beside).head() != token
            && clauses.chunk(beside).to() >= mention.from() - 2; // "left off three years ago"
    return saying ? cost + 20 : elsewhere ? cost + 20 : cost;
  }

  private static @Nullable EventTime resolve(EventStatus status, Times.Mention time, Span span) {
    boolean ahead =
        switch (status) {
          case OCCURRED, DENIED, HISTORICAL_BACKGROUND -> false;
          default -> true;
        };
    if (ahead
            && time.direction() == Times.Direction.PAST
            && status != EventStatus.REFUSED
            && status != EventStatus.CANCELLED
        || !ahead && time.direction() == Times.Direction.FUTURE) {
      return null;
    }
    Times.Range range = ahead ? time.future() : time.past();
    return range == null ? null : range.toEventTime(span);
  }

  @Nullable EventTime resolve(Times.@Nullable Mention time, EventStatus status) {
    return time == null ? null : resolve(status, time, words.span(time.from(), time.to()));
  }
}
