package io.hotline.extraction.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of time in one sentence, read when first asked for: most sentences never are. */
final class SentenceTimes {

  private final Times times;
  private final Words words;
  private final @Nullable Instant published;
  private @Nullable List<Times.Mention> mentions;

  SentenceTimes(Times times, Words words, @Nullable Instant published) {
    this.times = times;
    this.words = words;
    this.published = published;
  }

  /** Whether it is known when the text was published. */
  boolean dated() {
    return published != null;
  }

  List<Times.Mention> mentions() {
    List<Times.Mention> known = mentions;
    if (known == null) {
      known = times.in(words, published);
      mentions = known;
    }
    return known;
  }

  /** Whether the sentence tells of long ago, when others were in office. */
  boolean longAgo() {
    if (published == null) {
      return false;
    }
    LocalDate lastYear = published.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(1);
    for (Times.Mention mention : mentions()) {
      Times.Range past = mention.past();
      if (past != null && past.to().isBefore(lastYear)) {
        return true;
      }
    }
    return false;
  }
}
