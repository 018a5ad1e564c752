package io.hotline.extraction.events;

import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Tag;
import org.jspecify.annotations.Nullable;

/** Reads one verb group: auxiliaries, adverbs and negation, up to its main verb. */
final class VerbGroupReader {

  private final Lexicon lexicon;
  private final Words words;
  private int head = -1;
  private int negation = -1;
  private Modality modality = Modality.NONE;
  private @Nullable Tense tense;
  private boolean to;
  private boolean have;
  private boolean be;
  private boolean passive;

  VerbGroupReader(Lexicon lexicon, Words words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  int head() {
    return head;
  }

  VerbGroup group() {
    Tense result = tense == null ? Tense.PRESENT : tense;
    return new VerbGroup(
        lexicon.verbLemma(words.lower(head)), modality, result, negation >= 0, passive, negation);
  }

  /** Reads from {@code start}; returns the token after the group. */
  int read(int start) {
    int t = start;
    int end = start + 1;
    while (t < words.to()) {
      Tag tag = words.tag(t);
      String lower = words.lower(t);
      if (lexicon.is("negator", lower) && (tag.isAdverb() || lower.equals("cannot"))) {
        negation = t;
        if (lower.equals("cannot")) {
          modality = Modality.CAN;
          end = t + 1;
        }
        t++;
      } else if (tag.isAdverb() && head >= 0 && !mainFollows(t)) {
        break;
      } else if (tag.isAdverb() || tag == Tag.RP) {
        t++;
      } else if (lower.equals("to") && head < 0 && !to) {
        to = true;
        end = ++t;
      } else if ((tag == Tag.MD || lower.equals("ought")) && head < 0) {
        modality = Chunker.modalityOf(lexicon, lower);
        end = ++t;
      } else if (tag.isVerb() || auxiliary(lower) && !tag.isNoun()) {
        if (head >= 0 && !continues(t)) {
          break;
        }
        take(t);
        end = ++t;
      } else {
        break;
      }
    }
    if (head < 0) {
      head = end - 1;
    }
    if (negation >= end) {
      boolean adjacent = head >= 0 && lexicon.is("be", words.lower(head));
      if (adjacent || auxiliary(words.lower(end - 1)) || modality != Modality.NONE) {
        end = negation + 1;
      } else {
        negation = -1;
      }
    }
    return end;
  }

  private boolean auxiliary(String lower) {
    return lexicon.is("be", lower) || lexicon.is("have", lower) || lexicon.is("do", lower);
  }

  /** Whether, past adverbs, a verb follows that may be the main verb of what was read. */
  private boolean mainFollows(int t) {
    int k = t;
    while (k < words.to() && (words.tag(k).isAdverb() || lexicon.is("negator", words.lower(k)))) {
      k++;
    }
    return k < words.to() && words.tag(k).isVerb() && continues(k);
  }

  /** Whether the verb at {@code t} is in one group with the auxiliary before it. */
  private boolean continues(int t) {
    String before = words.lower(head);
    Tag tag = words.tag(t);
    if (lexicon.is("be", before)) {
      return tag == Tag.VBG || tag == Tag.VBN || tag == Tag.VBD;
    }
    if (lexicon.is("have", before)) {
      return tag == Tag.VBN || tag == Tag.VBD;
    }
    return lexicon.is("do", before) && (tag == Tag.VB || tag == Tag.VBP);
  }

  private void take(int t) {
    String lower = words.lower(t);
    Tag tag = words.tag(t);
    if (head < 0) {
      tense =
          to || modality != Modality.NONE && tag != Tag.VBD && tag != Tag.VBZ
              ? Tense.INFINITIVE
              : tag == Tag.VB ? Tense.PRESENT : Chunker.tenseOf(tag);
      if (tag == Tag.VBG && lexicon.is("have", lower)) {
        tense = Tense.GERUND;
      }
    } else if (have) {
      tense =
          tense == Tense.PAST ? Tense.PAST_PERFECT : tense == Tense.PRESENT ? Tense.PERFECT : tense;
    } else if (be && tag == Tag.VBG) {
      tense = tense == Tense.INFINITIVE || tense == Tense.PAST ? tense : Tense.PROGRESSIVE;
    }
    if (be && (tag == Tag.VBN || tag == Tag.VBD)) {
      passive = true;
    }
    if (head < 0 && tag == Tag.VBN && !lexicon.is("have", lower)) {
      passive = true;
    }
    have = lexicon.is("have", lower);
    be = lexicon.is("be", lower);
    head = t;
  }
}
