package io.hotline.extraction.quotes;

import io.hotline.extraction.QuoteKind;
import io.hotline.extraction.text.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What a noun says of its content with a copula: {@code his view, described by an aide, is that
 * talks are needed}. The possessor is the source, and who describes it reports it.
 */
final class NominalContent {

  private NominalContent() {}

  /** The first such attribution among the items; null if there is none. */
  static @Nullable Attribution in(Lattice l, int from, int to) {
    for (int noun = from; noun < to; noun++) {
      CueWord cue = l.cue[noun];
      if (cue == null || cue.kind() != CueWord.Kind.NOUN || l.phraseFirst[noun] < from) {
        continue;
      }
      int whole = SourceChoice.phrase(l.phraseFirst[noun]);
      int source = SourceChoice.possessor(l, whole);
      int that = copulaThat(l, noun + 1, to);
      if (source == whole || that < 0) {
        continue;
      }
      Attribution found = Attribution.of(QuoteKind.INDIRECT, that, to, noun, source);
      int by = describer(l, noun + 1, that);
      return by < 0 ? found : found.reportedBy(SourceChoice.phrase(by));
    }
    return null;
  }

  /** The {@code that} behind a form of {@code be}; -1 if there is none. */
  private static int copulaThat(Lattice l, int from, int to) {
    for (int k = from; k + 2 < to; k++) {
      if (l.tag(k).isVerb() && FrameChoice.isBe(l, k) && l.isOneOf(k + 1, "that")) {
        return k + 1;
      }
    }
    return -1;
  }

  /** The phrase behind {@code described by}; -1 if there is none. */
  private static int describer(Lattice l, int from, int to) {
    for (int k = from; k + 2 < to; k++) {
      boolean participle = l.cue[k] != null && l.is(k, Tag.VBN);
      if (participle && l.isOneOf(k + 1, "by") && l.phraseFirst[k + 2] == k + 2) {
        return k + 2;
      }
    }
    return -1;
  }
}
