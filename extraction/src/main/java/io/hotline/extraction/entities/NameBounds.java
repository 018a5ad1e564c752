package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import io.hotline.extraction.text.Tag;

/** Where a name that the tagger found begins and ends, and whether it is one. */
final class NameBounds {

  /** Marks that stand between names, not in them. */
  private static final String MARKS = ":;\"\u201c\u201d()[]";

  private static final String QUOTATION_MARKS = "\"\u201c\u201d\u2018\u2019'`";
  private static final String DASHES = "-\u2010\u2013\u2014";

  private final Draft draft;
  private final Words words;
  private final HighOffice offices;

  NameBounds(Draft draft, HighOffice offices) {
    this.draft = draft;
    this.words = draft.words();
    this.offices = offices;
  }

  /** The first token of the name in [from, to); {@code to} if there is none. */
  int begin(int from, int to) {
    int start = from;
    while (start < to && (!isWord(start) || isAuxiliary(start))) {
      start++;
    }
    return start;
  }

  /** The token after the last of the name in [from, to). */
  int end(NameTagger.Name name, int from, int to) {
    int end = cut(name, from, to);
    while (end > from && !isWord(end - 1)) {
      end--;
    }
    return end;
  }

  /**
   * Where a name ends that the tagger drew too long: no name goes on after a colon ({@code Berg:
   * Nobody}), a dash with blanks around it, a verb or a preposition in lower case ({@code Lavrov to
   * Washington}), or a comma between two people.
   */
  private int cut(NameTagger.Name name, int from, int to) {
    for (int t = from; t < to; t++) {
      char first = firstUnit(t);
      boolean comma = first == ',' && name.type() == MentionType.PERSON && t + 1 < to;
      if (MARKS.indexOf(first) >= 0
          || comma
              && !words.is(t + 1, Trait.JOINT)
              && words.isCapital(t + 1)
              && offices.isHeldBy(t - 1)
          || draft.document().tokenEnd(t) - draft.document().tokenStart(t) == 1
              && DASHES.indexOf(first) >= 0
              && isBlankBefore(t)
          || t > from && Character.isLowerCase(first) && (links(t) || isHome(name, from, t))) {
        return t;
      }
    }
    return to;
  }

  /** {@code Jane Roe of Ohio}: where a person named in full comes from is no part of the name. */
  private boolean isHome(NameTagger.Name name, int from, int t) {
    return name.type() == MentionType.PERSON
        && t - from > 1
        && words.is(t, Trait.OF)
        && draft.scan().nameAt(t + 1) != null;
  }

  /** Whether a word in lower case leads on to something else, as no word within a name does. */
  private boolean links(int t) {
    Tag tag = draft.tags().tag(t);
    return tag.isVerb()
        || tag == Tag.TO
        || tag == Tag.CC && !words.is(t, Trait.ORG_JOINT)
        || tag == Tag.IN
            && !words.is(t, Trait.OF | Trait.JOINT)
            && !draft.text(t, t + 1).equals("for");
  }

  private boolean isBlankBefore(int t) {
    return t > 0 && draft.document().tokenEnd(t - 1) < draft.document().tokenStart(t);
  }

  /**
   * Whether two names were taken for one: {@code Putin-Trump}, each known by the surname, {@code
   * Russian-American}, {@code Reuters and Kommersant}.
   */
  boolean isPair(int from, int to) {
    if (to - from != 3) {
      return false;
    }
    boolean dash = DASHES.indexOf(firstUnit(from + 1)) >= 0;
    return dash && offices.isHeldBy(from) && offices.isHeldBy(to - 1)
        || dash && isCountryWord(from) && isCountryWord(to - 1)
        || draft.text(from + 1, to - 1).equals("and") && isListed(from) && isListed(to - 1);
  }

  private boolean isCountryWord(int t) {
    return draft.scan().countryWordAt(t) != null;
  }

  private boolean isListed(int t) {
    return draft.scan().nameAt(t) != null;
  }

  /** {@code Have Putin and Trump spoken?}: the capital is the sentence's, not the name's. */
  private boolean isAuxiliary(int t) {
    return draft.begins(t, draft.sentenceOf(t))
        && switch (draft.tags().tag(t)) {
          case VBP, VBZ, VBD, MD, CC, IN, WRB -> true;
          default -> false;
        };
  }

  boolean isQuotationMark(int t) {
    return QUOTATION_MARKS.indexOf(firstUnit(t)) >= 0;
  }

  private boolean isWord(int t) {
    return Character.isLetterOrDigit(firstUnit(t));
  }

  private char firstUnit(int t) {
    return draft.document().text().charAt(draft.document().tokenStart(t));
  }

  /** {@code Dakar firm Ndoye}, {@code Rivals Mowi}: what somebody is, before who. */
  int afterCommonNouns(int from, int to) {
    int start = from;
    for (int t = from; t + 1 < to; t++) {
      boolean first = t == from && draft.begins(t, draft.sentenceOf(t));
      Tag tag = draft.tags().tag(t);
      if (words.isCapital(t + 1)
          && (first && tag == Tag.NNS
              || words.isLower(t)
                  && (tag == Tag.NN || tag == Tag.NNS)
                  && !words.is(t, Trait.JOINT | Trait.OF))) {
        start = t + 1;
      }
    }
    return start;
  }

  /** {@code (VOD.L)}: the sign of a share. */
  boolean isTicker(int t) {
    int start = draft.document().tokenStart(t);
    int end = draft.document().tokenEnd(t);
    int period = draft.document().text().indexOf('.', start);
    return draft.is(t - 1, '(')
        && draft.is(t + 1, ')')
        && period > start
        && period < end - 1
        && draft.document().text().indexOf('.', period + 1) != end - 1;
  }

  /**
   * {@code May} the month, and at the head of a sentence or a bracket {@code Dealers}, {@code See},
   * {@code Anyone}: words with a capital for their place.
   */
  boolean isOrdinary(int t) {
    if (words.is(t, Trait.NOT_NAME)) {
      return true;
    }
    return (draft.begins(t, draft.sentenceOf(t)) || draft.is(t - 1, '('))
        && switch (draft.tags().tag(t)) {
          case NNS, VB, VBP, MD, PRP, PRPS, DT, IN, CC, UH, EX, WP, WRB, WDT -> true;
          default -> false;
        };
  }

  /** The first token of a person's name that is no title, role or word of nationality. */
  int afterTitles(int from, int to) {
    int start = from;
    while (start < to) {
      Scan.Hit noun = draft.scan().nounAt(start);
      if (noun != null && noun.from() == start && noun.to() < to) {
        start = noun.to();
      } else if (start + 1 < to
          && (words.is(start, Trait.TITLE | Trait.OF) || isCountryWord(start))
          && !words.is(start, Trait.GIVEN)) {
        start++;
      } else {
        return start;
      }
    }
    return start;
  }
}
