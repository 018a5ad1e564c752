package io.hotline.extraction.quotes;

import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Interviews and transcripts: paragraphs that begin with who speaks ({@code Lavrov: We are ready},
 * {@code Q: ...}). One such paragraph may be a heading; more are a transcript.
 */
final class Interviews {

  private static final int LONGEST_LABEL = 5;
  private static final int FEWEST_TURNS = 2;

  private Interviews() {}

  /** Adds the turns of a transcript, in order, in place of what was found in them. */
  static void add(Lattice l, List<Attribution> attributions, Speakers speakers) {
    List<Attribution> turns = new ArrayList<>();
    int intro = -1;
    for (int p = 0; p < l.paragraphs(); p++) {
      int first = l.paragraphFirst(p);
      int end = l.paragraphFirst(p + 1);
      int colon = label(l, first, end);
      if (colon < 0 || colon + 1 >= end || l.isQuoted(colon + 1)) {
        continue;
      }
      if (intro < 0) {
        intro = first;
      }
      int source =
          l.word(first).equals("A") ? speakers.lastPerson(0, intro) : SourceChoice.phrase(first);
      turns.add(Attribution.block(colon + 1, end, source, List.of()));
    }
    if (turns.size() < FEWEST_TURNS) {
      return;
    }
    for (Attribution turn : turns) {
      attributions.removeIf(a -> a.first() >= turn.first() && a.end() <= turn.end());
      attributions.removeIf(a -> a.first() < turn.end() && a.end() > turn.first());
    }
    attributions.addAll(turns);
    attributions.sort(Comparator.comparingInt(Attribution::first));
  }

  /** The colon after the label that begins a paragraph; -1 if it begins with none. */
  private static int label(Lattice l, int first, int end) {
    for (int i = first; i < Math.min(end, first + LONGEST_LABEL + 1); i++) {
      if (l.isQuoted(i)) {
        return -1;
      }
      if (l.word(i).equals(":")) {
        return i > first ? i : -1;
      }
      if (!Character.isUpperCase(l.word(i).charAt(0)) && !l.is(i, Tag.PERIOD)) {
        return -1;
      }
    }
    return -1;
  }
}
