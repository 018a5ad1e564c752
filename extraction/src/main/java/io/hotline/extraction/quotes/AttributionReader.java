package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.QuoteKind;
import io.hotline.extraction.quotes.QuoteModels.Step;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the attributions of one document, unit by unit. For one document and one thread. */
final class AttributionReader {

  /**
   * Log odds a cue must have against being none. Below zero, as a quote that is missed costs more
   * than one too many; chosen by cross-validation over folds of the annotated articles.
   */
  private static final float THRESHOLD = -0.7f;

  /** The same for words that need not be about what anybody said. */
  private static final float THRESHOLD_BEYOND_SPEECH = -0.4f;

  /** What a cue that closes its sentence is ahead of those in its content, in log odds. */
  private static final float CLOSING = 4;

  /** The same for the first cue of a sentence. */
  private static final float OPENING = 2;

  private final Lattice l;
  private final QuoteModels models;
  private final Speakers speakers;
  private final Candidates candidates = new Candidates();
  private final float[] scores = new float[FrameChoice.LABELS];
  private final List<Attribution> found = new ArrayList<>();

  /** For each item: what {@link StretchChoice} said of it. */
  private final byte[] role;

  /** For each item: whether it is in a content. */
  private final boolean[] taken;

  AttributionReader(Lattice lattice, QuoteModels models, Speakers speakers) {
    this.speakers = speakers;
    this.l = lattice;
    this.models = models;
    this.role = new byte[lattice.size];
    this.taken = new boolean[lattice.size];
  }

  List<Attribution> read() {
    ChoiceModel stretches = models.of(Step.STRETCH);
    for (int item : l.itemOfStretch) {
      if (item >= 0) {
        StretchChoice.fill(l, item, candidates);
        role[item] = (byte) stretches.label(candidates, new float[StretchChoice.LABELS]);
      }
    }
    for (int u = 0; u < l.units; u++) {
      unit(l.unitFirst[u], l.unitFirst[u + 1]);
    }
    found.sort(Comparator.comparingInt(Attribution::first));
    Floating.anchor(l, found, this::source);
    return found;
  }

  private static float threshold(@Nullable CueWord cue) {
    if (cue == null) {
      return THRESHOLD;
    }
    return switch (cue.cueClass()) {
      case SPEECH, QUESTION, REQUEST, COMMITMENT -> THRESHOLD;
      case JUDGEMENT, ATTITUDE, INTENTION, EVIDENCE -> THRESHOLD_BEYOND_SPEECH;
    };
  }

  private record Frame(int cue, int label, float margin, boolean closes) {}

  private void unit(int a, int b) {
    for (int i = a; i < b; i++) {
      if (role[i] == StretchChoice.DIRECT) {
        direct(i);
      }
    }
    List<Frame> frames = new ArrayList<>();
    ChoiceModel model = models.of(Step.FRAME);
    for (int i = a; i < b; i++) {
      if (l.cue[i] != null && !FrameChoice.isNoReport(l, i)) {
        FrameChoice.fill(l, i, candidates);
        model.label(candidates, scores);
        int label = FrameChoice.AFTER;
        for (int k = label + 1; k < FrameChoice.LABELS; k++) {
          label = scores[k] > scores[label] ? k : label;
        }
        float margin = scores[label] - scores[FrameChoice.NONE];
        if (margin > threshold(l.cue[i])) {
          boolean closes = label != FrameChoice.AFTER && ContentBefore.closes(l, i);
          frames.add(new Frame(i, label, margin, closes));
        }
      }
    }
    int leftmost = b;
    for (Frame frame : frames) {
      leftmost = Math.min(leftmost, frame.cue());
    }
    int outermost = leftmost;
    frames.sort(
        Comparator.comparingDouble((Frame f) -> -f.margin() - ahead(f, outermost))
            .thenComparingInt(Frame::cue));
    int before = found.size();
    for (Frame frame : frames) {
      if (taken[frame.cue()]) {
        continue;
      }
      if (frame.label() != FrameChoice.AFTER) {
        accept(contentBefore(frame.cue()));
      }
      if (frame.label() != FrameChoice.BEFORE) {
        accept(contentAfter(frame.cue()));
      }
    }
    for (int i = a; i < b; i++) {
      if (role[i] == StretchChoice.PART && !taken[i] && standsAlone(i, a)) {
        direct(i); // part of nothing, so whole
      }
    }
    for (int k = before; k < found.size(); k++) {
      Attribution outer = found.get(k);
      if (speakers.isMedium(outer.source())) {
        found.set(k, reported(outer, frames));
      }
    }
  }

  /** Of a cue and one inside of its content, the outer one counts, be it the less certain. */
  private float ahead(Frame frame, int leftmost) {
    int cue = frame.cue();
    if (frame.closes()) {
      return CLOSING;
    }
    CueWord word = l.cue[cue];
    boolean opens =
        cue == leftmost
            && frame.label() == FrameChoice.AFTER
            && word != null
            && word.kind() == CueWord.Kind.VERB
            && word.cueClass() == CueClass.SPEECH;
    return opens ? OPENING : 0;
  }

  /** Whether a stretch could be a quote by itself: it is long, and no clause runs into it. */
  private boolean standsAlone(int i, int unitStart) {
    boolean opens =
        i == unitStart
            || l.is(i - 1, Tag.COMMA)
            || l.is(i - 1, Tag.COLON)
            || Character.isUpperCase(
                l.document.text().charAt(l.stretches.get(l.stretch[i]).inner().start()));
    return opens && l.pos[i] == Lattice.QUOTED;
  }

  /**
   * What a medium reports, if that is somebody else's words in turn: {@code The party will appeal,
   * its lawyer said, the BBC reports}. Then the medium is how we know and not who says it.
   */
  private Attribution reported(Attribution outer, List<Frame> frames) {
    for (Frame frame : frames) {
      int cue = frame.cue();
      if (cue < outer.first() || cue >= outer.end() || l.isQuoted(cue)) {
        continue;
      }
      boolean follows = frame.label() != FrameChoice.BEFORE;
      Attribution inner = follows ? contentAfter(cue) : contentBefore(cue);
      if (inner == null
          || inner.first() < outer.first()
          || inner.source() < 0
          || !l.finiteIn(l.firstToken[inner.first()], l.endToken[inner.end() - 1])) {
        continue;
      }
      int end = Math.min(inner.end(), outer.end());
      int speaker = SourceChoice.first(inner.source());
      if (inner.first() < end && speaker >= outer.first() && speaker < outer.end()) {
        return Attribution.of(inner.kind(), inner.first(), end, cue, inner.source())
            .reportedBy(outer.source());
      }
    }
    Attribution equated = NominalContent.in(l, outer.first(), outer.end());
    return equated == null ? outer : equated.reportedBy(outer.source());
  }

  private void direct(int i) {
    AnchorChoice.fill(l, i, candidates);
    int cue = candidates.value(models.of(Step.ANCHOR).best(candidates));
    int source = cue < 0 ? Attribution.NONE : source(cue, i, i + 1);
    if (cue >= 0 && source < 0) {
      source = beside(cue, i);
    }
    found.add(new Attribution(QuoteKind.DIRECT, i, i + 1, cue, source, List.of(), cue < 0, false));
    taken[i] = true;
  }

  /** The phrase that touches a cue, on the side away from its content first. */
  private int beside(int cue, int content) {
    int after = cue + 1;
    int before = cue - 1;
    boolean follows = after < l.unitEnd(cue) && l.phraseFirst[after] == after;
    boolean precedes = before >= l.unitStart(cue) && l.phraseFirst[before] >= 0;
    if (follows && (content < cue || !precedes)) {
      return SourceChoice.phrase(after);
    }
    return precedes ? SourceChoice.phrase(l.phraseFirst[before]) : Attribution.NONE;
  }

  private int source(int cue, int first, int end) {
    SourceChoice.fill(l, cue, first, end, candidates);
    int base = candidates.value(models.of(Step.SOURCE).best(candidates));
    int beside = WholePhrase.subjectBeside(l, cue);
    if (beside >= 0 && isElsewhere(base, beside, first, end)) {
      return beside;
    }
    return WholePhrase.head(l, base, cue, first, end);
  }

  /** Whether the phrase beside a cue is outside of its content, and no part of another clause's. */
  private boolean isElsewhere(int chosen, int beside, int first, int end) {
    int k = SourceChoice.first(beside);
    if (k >= first && k < end) {
      return false;
    }
    if (chosen < 0) {
      return true;
    }
    for (int i = SourceChoice.first(chosen); i < k; i++) {
      if (l.tag(i).isFinite() || l.is(i, Tag.COMMA)) {
        return true;
      }
    }
    return false;
  }

  private void accept(@Nullable Attribution attribution) {
    if (attribution == null) {
      return;
    }
    for (int i = attribution.first(); i < attribution.end(); i++) {
      if (taken[i]) {
        return;
      }
    }
    java.util.Arrays.fill(taken, attribution.first(), attribution.end(), true);
    found.add(attribution);
  }

  private @Nullable Attribution contentAfter(int cue) {
    ContentAfter.start(l, cue, candidates);
    int best = models.of(Step.START_AFTER).best(candidates);
    if (best < 0) {
      return null;
    }
    int first = candidates.value(best);
    ContentEnd.fill(l, cue, first, candidates);
    best = models.of(Step.END_AFTER).best(candidates);
    return best < 0 ? null : attribution(cue, first, candidates.value(best));
  }

  private @Nullable Attribution contentBefore(int cue) {
    ContentBefore.end(l, cue, candidates);
    int best = models.of(Step.END_BEFORE).best(candidates);
    if (best < 0) {
      return null;
    }
    int end = candidates.value(best);
    ContentBefore.start(l, cue, end, candidates);
    best = models.of(Step.START_BEFORE).best(candidates);
    return best < 0 ? null : attribution(cue, candidates.value(best), end);
  }

  private @Nullable Attribution attribution(int cue, int from, int to) {
    int first = from;
    int end = to;
    while (end > first && (isEdge(end - 1) || role[end - 1] == StretchChoice.DIRECT)) {
      end--;
    }
    while (first < end && (l.is(first, Tag.COMMA) || role[first] == StretchChoice.DIRECT)) {
      first++;
    }
    if (first >= end) {
      return null;
    }
    if (end == first + 1 && l.pos[first] == Lattice.QUOTED_FEW) {
      return null; // a title or a scare quote: StretchChoice did not take it for a quote
    }
    if (isPlaceOfSpeech(cue, first, end)) {
      first = end - 1;
    }
    boolean quoted = false;
    for (int i = first; i < end; i++) {
      quoted |= role[i] == StretchChoice.PART;
    }
    QuoteKind kind =
        !quoted ? QuoteKind.INDIRECT : end == first + 1 ? QuoteKind.DIRECT : QuoteKind.MIXED;
    if (kind == QuoteKind.INDIRECT && saysNothing(first, end)) {
      return null;
    }
    return Attribution.of(kind, first, end, cue, source(cue, first, end));
  }

  /** {@code said at a news conference "..."}: all but the quoted part tells where it was said. */
  private boolean isPlaceOfSpeech(int cue, int first, int end) {
    return first > cue + 1
        && first < end - 1
        && l.is(first - 1, Tag.IN)
        && l.phraseFirst[first] == first
        && l.phraseEnd[first] == end - 1
        && role[end - 1] == StretchChoice.PART
        && l.pos[end - 1] == Lattice.QUOTED;
  }

  /**
   * Whether the items hold nothing that could be said, but words that link clauses: {@code
   * Furthermore, he said}, {@code which he called}.
   */
  private boolean saysNothing(int first, int end) {
    for (int i = first; i < end; i++) {
      Tag tag = l.tag(i);
      if (l.isQuoted(i) || tag.isNoun() || tag.isVerb() || tag.isAdjective()) {
        return false;
      }
      switch (tag) {
        case DT, PRP, CD, UH -> {
          return false;
        }
        default -> {}
      }
    }
    return !l.isOneOf(first, "so", "not", "yes", "no"); // he said so
  }

  private boolean isEdge(int item) {
    return l.is(item, Tag.COMMA) || l.is(item, Tag.PERIOD) && !l.isQuoted(item);
  }
}
