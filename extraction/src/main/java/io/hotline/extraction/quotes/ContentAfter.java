package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;
import io.hotline.extraction.text.Tag;
import org.jspecify.annotations.Nullable;

/** Where content that follows its cue begins. */
final class ContentAfter {

  /** Content that begins farther from its cue is not looked for. */
  static final int REACH = 30;

  private ContentAfter() {}

  /** Candidates for the first item of content that follows cue {@code i}. */
  static void start(Lattice l, int i, Candidates out) {
    CueWord cue = l.cue[i];
    int id = cue == null ? 0 : cue.id();
    int kind = kind(cue);
    int after = i + 1 + (cue == null ? 0 : cue.rest().length);
    int a = l.unitStart(i);
    int b = l.unitEnd(i);
    int voice = FrameChoice.voice(l, i, a);
    int addressed = Math.max(afterAddressee(l, i, voice, b), afterDay(l, i, after, b));
    out.clear();
    int state = 0;
    int between = kind;
    for (int k = after; k < Math.min(b, after + REACH); k++) {
      if (l.tag(k) == Tag.PERIOD) {
        continue;
      }
      int d = Lattice.bucket(k - after);
      int s = l.symbol[k];
      int p = l.pos[k];
      int s1 = l.symbolIn(k + 1, a, b);
      int before = k == after ? BEFORE_NOTHING : l.symbol[k - 1];
      int inPhrase = l.phraseFirst[k] >= 0 && l.phraseFirst[k] < k ? 1 : 0;
      if (k < addressed) {
        between = inPhrase == 0 ? WordHash.mix(between, p) : between;
        state |= passed(l, k);
        continue;
      }
      out.begin(k);
      out.add(101, d);
      out.add(102, s, d);
      out.add(103, id, s);
      out.add(104, kind, s, before);
      out.add(105, id, d);
      out.add(106, before, s);
      out.add(107, s, s1);
      out.add(108, p, before, kind);
      out.add(109, state, kind, p);
      out.add(110, state, id);
      out.add(111, state, s);
      out.add(112, inPhrase, before);
      out.add(113, inPhrase, state);
      out.add(114, between, s);
      out.add(115, between);
      out.add(116, id, before, s);
      out.add(117, voice, kind, d);
      out.add(118, l.posIn(k - 1, a, b), p, l.posIn(k + 1, a, b));
      out.add(119, id, before);
      if (inPhrase == 0) {
        between = WordHash.mix(between, p);
      }
      state |= passed(l, k);
    }
  }

  /**
   * Where content can begin behind the one who is told it: {@code told [a meeting of exporters] the
   * months ahead are critical}; the cue itself if nobody is named there, or nothing follows.
   */
  private static int afterAddressee(Lattice l, int i, int voice, int b) {
    CueWord cue = l.cue[i];
    boolean tells = cue != null && cue.kind() == CueWord.Kind.VERB && cue.lemma().equals("tell");
    if (!tells || (voice & FrameChoice.BE) != 0) {
      return i;
    }
    int k = i + 1;
    while (k < b && l.phraseFirst[k] == k) {
      k = l.phraseEnd[k];
      if (k + 1 < b && l.is(k, Tag.IN) && l.isOneOf(k, "of") && l.phraseFirst[k + 1] == k + 1) {
        k++;
      } else {
        break;
      }
    }
    return k < b && !l.is(k, Tag.PERIOD) ? k : i;
  }

  /**
   * Where content can begin behind the day it was said: {@code said on Monday [the border is
   * open]}; the cue itself if the day is what is spoken of ({@code said Monday was a holiday}).
   */
  private static int afterDay(Lattice l, int i, int after, int b) {
    CueWord cue = l.cue[i];
    if (cue == null || cue.kind() != CueWord.Kind.VERB || cue.cueClass() != CueClass.SPEECH) {
      return i;
    }
    int k = l.afterTime(after, b);
    if (k == after || k >= b || l.phraseFirst[k] >= 0 && l.phraseFirst[k] < k) {
      return i;
    }
    boolean begins = l.phraseFirst[k] == k || l.is(k, Tag.IN) && l.isOneOf(k, "that", "if");
    return begins ? k : i;
  }

  private static final int BEFORE_NOTHING = 63;

  /** What content that begins later would leave out. */
  private static int passed(Lattice l, int k) {
    Tag tag = l.tag(k);
    if (l.isQuoted(k)) {
      return 1;
    }
    if (tag == Tag.COMMA) {
      return 2;
    }
    if (tag == Tag.COLON) {
      return 4;
    }
    if (tag == Tag.IN && l.word(k).equals("that")) {
      return 8;
    }
    if (tag.isFinite()) {
      return 16;
    }
    if (l.phraseFirst[k] == k) {
      return 32;
    }
    return tag == Tag.TO ? 64 : 0;
  }

  /** What a cue is, for features that do not tell cues of a kind apart. */
  static int kind(@Nullable CueWord cue) {
    return cue == null ? 99 : cue.cueClass().ordinal() * 8 + cue.kind().ordinal();
  }
}
