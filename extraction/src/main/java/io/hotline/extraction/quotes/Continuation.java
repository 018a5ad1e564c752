package io.hotline.extraction.quotes;

import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.Sex;
import io.hotline.extraction.text.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on speaking: {@code he} whose words follow in the next sentence upon those of a person
 * is that person, rather than whoever else the article names. For one document, its quotes in
 * order.
 */
final class Continuation {

  private final Lattice l;
  private final Speakers speakers;
  private @Nullable Speaker last;
  private @Nullable Sex lastSex;
  private int lastUnit = -1;

  private final LaterMentions later;

  Continuation(Lattice lattice, Speakers speakers) {
    this.l = lattice;
    this.speakers = speakers;
    this.later = speakers.laterMentions();
  }

  /** The speaker of the next quote. */
  Speaker speaker(int source) {
    Speaker speaker = later.named(speakers.speaker(source), source);
    int item = SourceChoice.first(source);
    Sex pronoun = pronoun(item);
    if (pronoun == Sex.UNKNOWN) {
      last = speaker;
      lastSex = speakers.sexOfPerson(source, speaker);
    } else if (last != null
        && lastSex != null
        && lastSex.agreesWith(pronoun)
        && l.unit[item] - lastUnit <= 1) {
      speaker =
          new Speaker(speaker.span(), speaker.text(), last.name(), last.entity(), last.anonymous());
      lastSex = pronoun;
    } else {
      last = speaker;
      lastSex = speaker.entity() == null ? null : pronoun;
    }
    lastUnit = l.unit[item];
    return speaker;
  }

  private Sex pronoun(int item) {
    if (!l.is(item, Tag.PRP)) {
      return Sex.UNKNOWN;
    }
    return switch (l.word(item)) {
      case "he", "He" -> Sex.MALE;
      case "she", "She" -> Sex.FEMALE;
      default -> Sex.UNKNOWN;
    };
  }
}
