package io.hotline.extraction.events;

import io.hotline.extraction.text.Tag;

/** Corrects tags where taggers err most: words that are noun and verb alike, marks, and names. */
final class TagCorrector {

  private final Lexicon lexicon;
  private final Words words;
  private final boolean[] named;

  TagCorrector(Lexicon lexicon, Words words, boolean[] named) {
    this.lexicon = lexicon;
    this.words = words;
    this.named = named;
  }

  /** Words that are noun and verb alike are where taggers err most; the neighbours decide. */
  void correct() {
    for (int t = words.from(); t < words.to(); t++) {
      String lower = words.lower(t);
      correctClosedClass(t, lower);
      Tag tag = words.tag(t);
      if ((tag == Tag.VBN || tag == Tag.VBD)
          && words.tag(t - 1) == Tag.HYPH
          && (words.tag(t + 1).isNoun() || words.tag(t + 1).isAdjective())) {
        words.retag(t, Tag.JJ); // "U.S.-brokered talks"
        continue;
      }
      if (tag.isVerb() && reportsThat(t, lower)) {
        words.retag(t, Tag.NNS);
        continue;
      }
      if (headlineVerb(t, lower)) {
        words.retag(t, Tag.VBZ); // "US scraps planned meeting"
        if (words.tag(t + 1) == Tag.VBD && words.tag(t + 2).isNoun()) {
          words.retag(t + 1, Tag.VBN);
        }
        continue;
      }
      if (motion(t, lower)) {
        words.retag(t, Tag.VBZ); // "the emir lands in Tehran"
        continue;
      }
      if (compoundParticiple(lower) && words.tag(t + 1).isNoun() | words.tag(t + 1).isAdjective()) {
        words.retag(t, Tag.JJ); // "UN-brokered talks"
        named[t - words.from()] = false;
        continue;
      }
      if (named(t)
          && !tag.isNoun()
          && tag != Tag.POS
          && tag != Tag.CC
          && tag != Tag.IN
          && tag != Tag.DT
          && tag != Tag.CD
          && tag != Tag.HYPH) {
        words.retag(t, Tag.NNP);
        continue;
      }
      if (tag == Tag.POS && !lower.startsWith("'") && !lower.startsWith("’")) {
        continue;
      }
      if (!lexicon.isTriggerForm(lower) || named(t) && tag.isProper()) {
        continue;
      }
      boolean asNoun = !lexicon.nounTriggers(lower).isEmpty();
      boolean asVerb = !lexicon.verbTriggers(lower).isEmpty();
      if ((tag.isProper() || tag.isAdverb() || tag == Tag.VB && words.lower(t - 1).equals("to"))
          && asNoun
          && !asVerb) {
        words.retag(t, Tag.NN);
      } else if (asNoun && asVerb || lower.equals("meeting")) {
        words.retag(t, ambiguous(t, lower, tag));
      }
    }
  }

  /** {@code Reports that they met were wrong}, {@code as "nonsense" claims that}. */
  private boolean reportsThat(int t, String lower) {
    return lower.endsWith("s")
        && lexicon.is("report-noun", lower)
        && words.lower(t + 1).equals("that")
        && (t == words.from() || words.tag(t - 1) == Tag.CLOSE_QUOTE);
  }

  /** Whether the only verb of a headline was taken for a plural noun. */
  private boolean headlineVerb(int t, String lower) {
    if (words.tag(t) != Tag.NNS
        || named(t)
        || t == words.from()
        || !named(t - 1) && !words.tag(t - 1).isProper()
        || !lexicon.isKnownVerb(lower)
        || !lexicon.nounTriggers(lower).isEmpty()) {
      return false;
    }
    Tag after = words.tag(t + 1);
    boolean object =
        named(t + 1)
            || after.isProper()
            || after == Tag.DT
            || after == Tag.PRPS
            || after.isAdjective()
            || after == Tag.VBN
            || after == Tag.VBD && words.tag(t + 2).isNoun()
            || after == Tag.RP
            || after == Tag.TO
            || lexicon.is("separable", words.lower(t + 1));
    if (!object) {
      return false;
    }
    for (int k = words.from(); k < words.to(); k++) {
      if (words.tag(k).isFinite() && k != t + 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether a verb of motion was taken for a noun. */
  private boolean motion(int t, String lower) {
    return words.tag(t) == Tag.NNS
        && !named(t)
        && (words.tag(t - 1) == Tag.COMMA || named(t - 1))
        && (words.tag(t + 1) == Tag.IN || words.tag(t + 1) == Tag.TO)
        && named(t + 2)
        && lexicon.nounTriggers(lower).isEmpty()
        && lexicon.verbTriggers(lower).stream().anyMatch(v -> v.frame() == Frame.PLACE);
  }

  private static boolean compoundParticiple(String lower) {
    return lower.endsWith("ed") && lower.indexOf('-') > 0;
  }

  /** Marks and a few words whose class is plain from their form. */
  private void correctClosedClass(int t, String lower) {
    Tag tag = words.tag(t);
    char first = lower.charAt(0);
    if (lower.equals("cannot")) {
      words.retag(t, Tag.MD);
    } else if (lower.equals("that") && tag == Tag.WDT && startsSubject(t + 1)) {
      words.retag(t, Tag.IN);
    } else if (tag == Tag.VBN
        && (activePast(t)
            || lexicon.is("day", words.lower(t - 1))
                && words.tag(t - 2).isNoun()
                && !lexicon.verbTriggers(lower).isEmpty())) {
      words.retag(t, Tag.VBD);
    } else if (first == '“' || first == '„') {
      words.retag(t, Tag.OPEN_QUOTE);
    } else if (first == '”' || first == '"' || lower.equals("''")) {
      words.retag(t, Tag.CLOSE_QUOTE);
    } else if (Character.isLetter(first)
        && (tag.isPunctuation() || tag == Tag.RP)
        && lower.length() > 4
        && !lexicon.is("preposition", lower)) {
      boolean verb = lexicon.isKnownVerb(lower) && !lower.endsWith("s");
      words.retag(t, verb ? Tag.VBN : lower.endsWith("s") ? Tag.NNS : Tag.NN);
    } else if (lexicon.is("participle-preposition", lower)
        && tag == Tag.VBG
        && !words.tag(t - 1).isVerb()
        && (words.tag(t + 1) == Tag.DT
            || words.tag(t + 1).isNoun()
            || words.tag(t + 1) == Tag.PRPS
            || words.tag(t + 1).isAdjective())) {
      words.retag(t, Tag.IN);
    }
  }

  private boolean startsSubject(int t) {
    Tag tag = words.tag(t);
    return tag.isProper() || named(t) || tag == Tag.DT || tag == Tag.PRP || tag == Tag.PRPS;
  }

  /** A participle between a subject and an object, without an auxiliary, is a past tense. */
  private boolean activePast(int t) {
    Tag before = words.tag(t - 1);
    boolean subject = before.isProper() || before == Tag.PRP || named(t - 1);
    boolean object = startsSubject(t + 1) && !lexicon.isTimeWord(words.lower(t + 1));
    return subject && object && !lexicon.is("be", words.lower(t - 1));
  }

  private Tag ambiguous(int t, String lower, Tag tag) {
    Tag before = words.tag(t - 1);
    String previous = words.lower(t - 1);
    Tag noun = lower.endsWith("s") ? Tag.NNS : Tag.NN;
    if (before == Tag.DT
        || before == Tag.PRPS
        || before == Tag.POS
        || before == Tag.JJ
        || before == Tag.CD && !tag.isVerb()) {
      return noun;
    }
    if (before.isVerb()
        && tag.isVerb()
        && tag != Tag.VBG
        && tag != Tag.VBN
        && !previousAuxiliary(previous)
        && !lower.equals("meet")) {
      return noun;
    }
    if (tag.isNoun()
        && lower.endsWith("s")
        && named(t - 1)
        && (words.tag(t + 1) == Tag.RP
            || words.tag(t + 1) == Tag.DT
            || lexicon.is("separable", words.lower(t + 1)))) {
      return Tag.VBZ;
    }
    if (before == Tag.MD || before == Tag.TO || previous.equals("to") && tag == Tag.VB) {
      return previous.equals("to") && lower.endsWith("s") ? noun : Tag.VB;
    }
    if (lower.equals("meeting")) {
      if (lexicon.is("be", previous) || previous.equals("not")) {
        return Tag.VBG;
      }
      Tag after = words.tag(t + 1);
      boolean object =
          after.isProper()
              || named(t + 1)
              || after == Tag.DT
              || after == Tag.PRP
              || after == Tag.PRPS;
      if (before == Tag.IN || before == Tag.CC || before.isVerb()) {
        return object || words.lower(t + 1).equals("with") && before.isVerb() ? Tag.VBG : Tag.NN;
      }
      return tag == Tag.VBG && object ? Tag.VBG : tag.isVerb() && !object ? Tag.NN : tag;
    }
    if (tag.isVerb()) {
      if (lower.endsWith("s")
          && (before == Tag.IN || before == Tag.NN || before == Tag.VBG)
          && !words.lower(t + 1).equals("to")) {
        return noun;
      }
      return tag;
    }
    if (tag == Tag.NNP || tag == Tag.NNPS) {
      boolean subjectBefore = before.isProper() || before == Tag.PRP;
      boolean objectAfter = words.tag(t + 1).isProper() || words.tag(t + 1) == Tag.PRP;
      return subjectBefore && objectAfter ? Tag.VBZ : noun;
    }
    if (tag.isNoun()
        && lower.endsWith("s")
        && before.isProper()
        && (words.tag(t + 1).isProper() || words.tag(t + 1) == Tag.PRP)) {
      return Tag.VBZ;
    }
    return tag;
  }

  private boolean previousAuxiliary(String lower) {
    return lexicon.is("be", lower)
        || lexicon.is("have", lower)
        || lexicon.is("do", lower)
        || lower.equals("to")
        || lower.equals("help")
        || lower.equals("let");
  }

  private boolean named(int t) {
    return t >= words.from() && t < words.to() && named[t - words.from()];
  }
}
