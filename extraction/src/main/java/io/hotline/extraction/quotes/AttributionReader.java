package io.hotline.extraction.quotes;

import io.hotline.extraction.QuoteKind;
import io.hotline.extraction.quotes.QuoteModels.Step;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the attributions of one document, unit by unit. For one document and one thread. */
final class AttributionReader {

  /** Log odds a cue must have against being none. */
  private static final float FRAME_THRESHOLD = 0;

  private final Lattice l;
  private final QuoteModels models;
  private final Candidates candidates = new Candidates();
  private final List<Attribution> found = new ArrayList<>();

  /** For each item: what {@link StretchChoice} said of it. */
  private final byte[] role;

  /** For each item: whether it is in a content. */
  private final boolean[] taken;

  AttributionReader(Lattice lattice, QuoteModels models) {
    this.l = lattice;
    this.models = models;
    this.role = new byte[lattice.size];
    this.taken = new boolean[lattice.size];
  }

  List<Attribution> read() {
    for (int item : l.itemOfStretch) {
      if (item >= 0) {
        StretchChoice.fill(l, item, candidates);
        role[item] = (byte) candidates.value(models.of(Step.STRETCH).best(candidates));
      }
    }
    for (int u = 0; u < l.units; u++) {
      unit(l.unitFirst[u], l.unitFirst[u + 1]);
    }
    found.sort(Comparator.comparingInt(Attribution::first));
    Floating.anchor(l, found, this::source);
    return found;
  }

  private record Frame(int cue, int label, float margin) {}

  private void unit(int a, int b) {
    for (int i = a; i < b; i++) {
      if (role[i] == StretchChoice.DIRECT) {
        direct(i);
      }
    }
    List<Frame> frames = new ArrayList<>();
    for (int i = a; i < b; i++) {
      if (l.cue[i] != null) {
        FrameChoice.fill(l, i, candidates);
        ChoiceModel model = models.of(Step.FRAME);
        int best = model.best(candidates);
        int label = candidates.value(best);
        if (label == FrameChoice.NONE) {
          continue;
        }
        float margin = model.score(candidates, best) - model.score(candidates, 0);
        if (margin > FRAME_THRESHOLD) {
          frames.add(new Frame(i, label, margin));
        }
      }
    }
    frames.sort(Comparator.comparingDouble((Frame f) -> -f.margin()).thenComparingInt(Frame::cue));
    for (Frame frame : frames) {
      if (taken[frame.cue()]) {
        continue;
      }
      if (frame.label() != FrameChoice.AFTER) {
        before(frame.cue());
      }
      if (frame.label() != FrameChoice.BEFORE) {
        after(frame.cue());
      }
    }
  }

  private void direct(int i) {
    AnchorChoice.fill(l, i, candidates);
    int cue = candidates.value(models.of(Step.ANCHOR).best(candidates));
    int source = cue < 0 ? Attribution.NONE : source(cue, i, i + 1);
    found.add(new Attribution(QuoteKind.DIRECT, i, i + 1, cue, source, List.of(), cue < 0, false));
    taken[i] = true;
  }

  private int source(int cue, int first, int end) {
    SourceChoice.fill(l, cue, first, end, candidates);
    return candidates.value(models.of(Step.SOURCE).best(candidates));
  }

  private void after(int cue) {
    ContentChoice.startAfter(l, cue, candidates);
    int best = models.of(Step.START_AFTER).best(candidates);
    if (best < 0) {
      return;
    }
    int first = candidates.value(best);
    ContentChoice.endAfter(l, cue, first, candidates);
    best = models.of(Step.END_AFTER).best(candidates);
    if (best >= 0) {
      add(cue, first, candidates.value(best));
    }
  }

  private void before(int cue) {
    ContentChoice.endBefore(l, cue, candidates);
    int best = models.of(Step.END_BEFORE).best(candidates);
    if (best < 0) {
      return;
    }
    int end = candidates.value(best);
    ContentChoice.startBefore(l, cue, end, candidates);
    best = models.of(Step.START_BEFORE).best(candidates);
    if (best >= 0) {
      add(cue, candidates.value(best), end);
    }
  }

  private void add(int cue, int from, int to) {
    int first = from;
    int end = to;
    while (end > first && (isEdge(end - 1) || role[end - 1] == StretchChoice.DIRECT)) {
      end--;
    }
    while (first < end && (l.is(first, Tag.COMMA) || role[first] == StretchChoice.DIRECT)) {
      first++;
    }
    if (first >= end) {
      return;
    }
    boolean quoted = false;
    for (int i = first; i < end; i++) {
      if (taken[i]) {
        return;
      }
      quoted |= role[i] == StretchChoice.PART;
    }
    for (int i = first; i < end; i++) {
      taken[i] = true;
    }
    QuoteKind kind =
        !quoted ? QuoteKind.INDIRECT : end == first + 1 ? QuoteKind.DIRECT : QuoteKind.MIXED;
    found.add(Attribution.of(kind, first, end, cue, source(cue, first, end)));
  }

  private boolean isEdge(int item) {
    return l.is(item, Tag.COMMA) || l.is(item, Tag.PERIOD) && !l.isQuoted(item);
  }
}
