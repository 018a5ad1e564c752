package io.hotline.extraction.events;

import io.hotline.extraction.text.Tag;

/** Reads one noun group: determiners, adjectives, participles and nouns up to its head. */
final class NounGroupReader {

  private final Lexicon lexicon;
  private final Words words;
  private final boolean[] named;

  NounGroupReader(Lexicon lexicon, Words words, boolean[] named) {
    this.lexicon = lexicon;
    this.words = words;
    this.named = named;
  }

  /** Whether a participle stands before a noun as an adjective: {@code planned talks}. */
  boolean premodifier(int t) {
    Tag before = words.tag(t - 1);
    Tag after = words.tag(t + 1);
    boolean nounAfter = after.isNoun() || after.isAdjective();
    if (!nounAfter) {
      return false;
    }
    if (before == Tag.DT || before == Tag.PRPS || before == Tag.POS || before.isAdjective()) {
      return true;
    }
    if (words.tag(t) == Tag.VBN) {
      return before == Tag.IN
          || before == Tag.TO
          || before == Tag.CC
          || before.isVerb()
          || before == Tag.PERIOD
          || before == Tag.COMMA && !named(t + 1);
    }
    return lexicon.modifier(words.lower(t)) != null;
  }

  boolean nounAhead(int t) {
    int k = t;
    while (k < words.to() && k < t + 9) {
      Tag tag = words.tag(k);
      if (tag.isNoun() || k > t && tag.isAdverb() && words.tag(k + 1).isNoun()) {
        return true;
      }
      if (k > t && tag.isAdverb() && words.tag(k + 1).isAdjective()) {
        k++; // "the first ever arms summit"
        continue;
      }
      if (tag == Tag.COMMA && words.tag(k + 1).isAdjective()
          || tag == Tag.CC && words.tag(k + 1).isAdjective()
          || tag.isAdjective()
          || tag == Tag.VBN
          || tag == Tag.VBG
          || tag == Tag.CD
          || tag == Tag.HYPH) {
        k++;
        continue;
      }
      return false;
    }
    return false;
  }

  Chunk read(int t) {
    int k = t;
    int head = -1;
    while (k < words.to()) {
      Tag tag = words.tag(k);
      if (named(k) || tag.isNoun() || tag == Tag.PRP || tag == Tag.EX || tag == Tag.FW) {
        if (head >= 0 && words.tag(head) == Tag.PRP || tag == Tag.PRP && head >= 0) {
          break;
        }
        if (head >= 0 && timeBreaks(k)) {
          break;
        }
        if (head >= 0 && named(k) && !named(head) && lexicon.is("no-title", words.lower(head))) {
          break; // "at the initiative of the American side Lavrov held"
        }
        head = k++;
      } else if (tag == Tag.POS) {
        head = -1;
        k++;
      } else if (joins(k)
          && k > t
          && (head < 0
              || words.tag(k + 1).isNoun()
              || words.tag(k + 1) == Tag.JJ && nounAhead(k + 1))) {
        head = words.tag(k + 1) == Tag.JJ ? -1 : head;
        k++;
      } else if (head < 0
          && (tag == Tag.DT
              || tag == Tag.PDT
              || tag == Tag.PRPS
              || tag == Tag.CD
              || tag == Tag.CURRENCY
              || tag.isAdjective()
              || tag == Tag.VBN
              || tag == Tag.VBG)) {
        if (k > t && (tag == Tag.DT || tag == Tag.PRPS) && words.tag(k - 1) != Tag.PDT) {
          break;
        }
        if ((tag == Tag.VBN || tag == Tag.VBG || tag.isAdjective()) && !nounAhead(k)) {
          break;
        }
        k++;
      } else if (head < 0
          && k > t
          && (tag == Tag.COMMA || tag == Tag.CC)
          && words.tag(k - 1).isAdjective()
          && words.tag(k + 1).isAdjective()
          && nounAhead(k + 1)) {
        k++;
      } else if (head >= 0
          && tag.isAdjective()
          && !named(k)
          && !lexicon.is("deictic", words.lower(k))
          && (leadsToActor(k + 1) || !named(head))
          && words.tag(k + 1).isNoun()
          && !lexicon.isTimeWord(words.lower(k + 1))) {
        k++; // "U.S. special envoy"
      } else if (head < 0
          && tag.isAdverb()
          && (words.tag(k + 1).isAdjective() || k > t && words.tag(k + 1).isNoun())) {
        k++;
      } else {
        break;
      }
    }
    k = Math.max(k, t + 1);
    return new Chunk(Chunk.Kind.NOUN, t, k, head < 0 ? k - 1 : head, null);
  }

  /** {@code White House national security team}: whether the nouns at {@code t} end in an actor. */
  private boolean leadsToActor(int t) {
    int last = t;
    while (words.tag(last + 1).isNoun() && !named(last + 1)) {
      last++;
    }
    return lexicon.actor(words.lower(last)) != null;
  }

  /** Time words after a noun are a group of their own: {@code met Putin Tuesday}. */
  private boolean timeBreaks(int k) {
    return lexicon.isTimeWord(words.lower(k))
            && (words.capitalised(k) || lexicon.is("day", words.lower(k)) || named(k - 1))
        || lexicon.isTimeWord(words.lower(k - 1)) && words.tag(k - 1) != Tag.POS && named(k);
  }

  /** Whether the hyphen at {@code t} joins its neighbours, without a space. */
  boolean joins(int t) {
    return words.tag(t) == Tag.HYPH
        && t > words.from()
        && t + 1 < words.to()
        && words.document().tokenEnd(t - 1) == words.document().tokenStart(t)
        && words.document().tokenEnd(t) == words.document().tokenStart(t + 1);
  }

  private boolean named(int t) {
    return t >= words.from() && t < words.to() && named[t - words.from()];
  }
}
