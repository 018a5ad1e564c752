package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Block quotes: whole paragraphs of a speaker's own words without quotation marks. One begins in
 * the first person, comes after a paragraph that attributes to somebody else, and stands in an
 * article whose writer does not speak of himself.
 */
final class BlockQuotes {

  /** The first person must be met within so many items of the paragraph's start. */
  private static final int OPENING = 8;

  /** If more than one in so many paragraphs speaks in the first person, it is the writer's. */
  private static final int SHARE = 3;

  private BlockQuotes() {}

  /** Adds the block quotes of a document, in order. */
  static void add(Lattice l, List<Attribution> attributions, WordList firstPerson) {
    int paragraphs = l.paragraphs();
    boolean[] own = new boolean[paragraphs];
    int count = 0;
    for (int p = 0; p < paragraphs; p++) {
      own[p] = isOwn(l, l.paragraphFirst(p), l.paragraphFirst(p + 1), firstPerson);
      count += own[p] ? 1 : 0;
    }
    if (count == 0 || count * SHARE > paragraphs) {
      return;
    }
    List<Attribution> blocks = new ArrayList<>();
    for (int p = 1; p < paragraphs; p++) {
      int first = l.paragraphFirst(p);
      int end = l.paragraphFirst(p + 1);
      if (!own[p] || last(l, attributions, first, end, firstPerson) != null) {
        continue;
      }
      Attribution before = last(l, attributions, l.paragraphFirst(p - 1), first, firstPerson);
      if (before == null && !blocks.isEmpty()) {
        Attribution block = blocks.get(blocks.size() - 1);
        before = block.end() == first ? block : null;
      }
      if (before != null) {
        attributions.removeIf(a -> a.first() >= first && a.end() <= end);
        blocks.add(Attribution.block(first, end, before.source(), before.via()));
      }
    }
    attributions.addAll(blocks);
    attributions.sort(Comparator.comparingInt(Attribution::first));
  }

  private static boolean isOwn(Lattice l, int from, int to, WordList firstPerson) {
    boolean found = false;
    for (int i = from; i < to; i++) {
      if (l.isQuoted(i)) {
        return false;
      }
      found |= i < from + OPENING && isFirst(l, i, firstPerson);
    }
    return found;
  }

  private static boolean isFirst(Lattice l, int item, WordList firstPerson) {
    return !l.isQuoted(item) && firstPerson.has(WordHash.of(l.word(item)));
  }

  /** The last attribution of speech to somebody else among the items. */
  private static @Nullable Attribution last(
      Lattice l, List<Attribution> attributions, int from, int to, WordList firstPerson) {
    Attribution found = null;
    for (Attribution attribution : attributions) {
      if (attribution.first() < from || attribution.first() >= to || attribution.cue() < 0) {
        continue;
      }
      CueWord cue = l.cue[attribution.cue()];
      boolean speech = cue != null && cue.cueClass() == CueClass.SPEECH;
      int source = attribution.source();
      if (speech && source >= 0 && !isFirst(l, SourceChoice.first(source), firstPerson)) {
        found = attribution;
      }
    }
    return found;
  }
}
