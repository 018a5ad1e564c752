package io.hotline.extraction.events;

import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;

/** Cuts a sentence into noun groups, verb groups and the words between them, left to right. */
final class Chunker {

  private final Lexicon lexicon;
  private final Words words;
  private final boolean[] named;
  private final List<Chunk> chunks = new ArrayList<>();

  private Chunker(Lexicon lexicon, Words words, boolean[] named) {
    this.lexicon = lexicon;
    this.words = words;
    this.named = named;
  }

  /**
   * The chunks of a sentence, in order, covering all of it.
   *
   * @param named by token of the sentence, whether it is part of a name
   */
  static List<Chunk> chunk(Lexicon lexicon, Words words, boolean[] named) {
    Chunker chunker = new Chunker(lexicon, words, named);
    chunker.correctTags();
    int t = words.from();
    while (t < words.to()) {
      t = Math.max(t + 1, chunker.next(t));
    }
    chunker.joinSplitVerbs();
    return List.copyOf(chunker.chunks);
  }

  /** {@code will on Tuesday lead}: the auxiliary stands apart from its verb. */
  private void joinSplitVerbs() {
    for (int i = 0; i + 2 < chunks.size(); i++) {
      Chunk first = chunks.get(i);
      VerbGroup auxiliary = first.verb();
      if (auxiliary == null || words.tag(first.head()) != Tag.MD) {
        continue;
      }
      for (int k = i + 1; k < chunks.size() && k < i + 8; k++) {
        Chunk next = chunks.get(k);
        VerbGroup verb = next.verb();
        if (verb != null) {
          if (verb.tense() == Tense.PRESENT || verb.infinitive()) {
            chunks.set(
                k,
                new Chunk(
                    next.kind(),
                    next.from(),
                    next.to(),
                    next.head(),
                    new VerbGroup(
                        verb.lemma(),
                        auxiliary.modality(),
                        Tense.INFINITIVE,
                        auxiliary.negated() || verb.negated(),
                        verb.passive(),
                        auxiliary.negation())));
            chunks.set(
                i, new Chunk(Chunk.Kind.ADVERB, first.from(), first.to(), first.head(), null));
          }
          break;
        }
        boolean between =
            next.is(Chunk.Kind.PREPOSITION)
                || next.is(Chunk.Kind.COMMA)
                || next.is(Chunk.Kind.ADVERB)
                || next.is(Chunk.Kind.NOUN)
                    && (lexicon.isTimeWord(words.lower(next.head()))
                        || words.tag(next.head()) == Tag.CD);
        if (!between) {
          break;
        }
      }
    }
  }

  private boolean named(int t) {
    return t >= words.from() && t < words.to() && named[t - words.from()];
  }

  /** Words that are noun and verb alike are where taggers err most; the neighbours decide. */
  private void correctTags() {
    for (int t = words.from(); t < words.to(); t++) {
      String lower = words.lower(t);
      correctClosedClass(t, lower);
      Tag tag = words.tag(t);
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
      if ((tag.isProper() || tag == Tag.VB && words.lower(t - 1).equals("to"))
          && asNoun
          && !asVerb) {
        words.retag(t, Tag.NN);
      } else if (asNoun && asVerb || lower.equals("meeting")) {
        words.retag(t, ambiguous(t, lower, tag));
      }
    }
  }

  /** Marks and a few words whose class is plain from their form. */
  private void correctClosedClass(int t, String lower) {
    Tag tag = words.tag(t);
    char first = lower.charAt(0);
    if (lower.equals("cannot")) {
      words.retag(t, Tag.MD);
    } else if (lower.equals("that") && tag == Tag.WDT && startsSubject(t + 1)) {
      words.retag(t, Tag.IN);
    } else if (tag == Tag.VBN && activePast(t)) {
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

  /** Whether the hyphen at {@code t} joins its neighbours, without a space. */
  private boolean joins(int t) {
    return words.tag(t) == Tag.HYPH
        && t > words.from()
        && t + 1 < words.to()
        && words.document().tokenEnd(t - 1) == words.document().tokenStart(t)
        && words.document().tokenEnd(t) == words.document().tokenStart(t + 1);
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

  private void add(Chunk.Kind kind, int from, int to) {
    chunks.add(new Chunk(kind, from, to, to - 1, null));
  }

  private int next(int t) {
    Tag tag = words.tag(t);
    String lower = words.lower(t);
    if (named(t) && tag.isNoun()) {
      return nounGroup(t);
    }
    if (tag == Tag.COMMA) {
      add(Chunk.Kind.COMMA, t, t + 1);
      return t + 1;
    }
    if (tag == Tag.OPEN_QUOTE || tag == Tag.CLOSE_QUOTE) {
      add(Chunk.Kind.QUOTE, t, t + 1);
      return t + 1;
    }
    if (joins(t)) {
      add(Chunk.Kind.COORDINATOR, t, t + 1);
      return t + 1;
    }
    if (tag.isPunctuation() || lower.equals("--") || lower.equals("–") || lower.equals("—")) {
      add(Chunk.Kind.STOP, t, t + 1);
      return t + 1;
    }
    if (lexicon.is("coordinator", lower) && tag != Tag.RB) {
      add(Chunk.Kind.COORDINATOR, t, t + 1);
      return t + 1;
    }
    if (startsVerb(t)) {
      return verbGroup(t);
    }
    if (tag == Tag.WP
        || tag == Tag.WDT
        || tag == Tag.WPS
        || tag == Tag.WRB && !lower.equals("when")
        || lower.equals("who")
        || lower.equals("which")) {
      add(Chunk.Kind.RELATIVE, t, t + 1);
      return t + 1;
    }
    if (lower.equals("that") && (tag == Tag.IN || !words.tag(t + 1).isNoun())) {
      add(Chunk.Kind.SUBORDINATOR, t, t + 1);
      return t + 1;
    }
    boolean clause = lexicon.is("subordinator", lower) && clauseFollows(t);
    if (clause) {
      add(Chunk.Kind.SUBORDINATOR, t, t + 1);
      return t + 1;
    }
    if (tag == Tag.IN
        || tag == Tag.TO
        || lexicon.is("preposition", lower) && !tag.isNoun() && tag != Tag.JJ && tag != Tag.VBG) {
      add(Chunk.Kind.PREPOSITION, t, t + 1);
      return t + 1;
    }
    if (startsNoun(t)) {
      return nounGroup(t);
    }
    if (tag.isAdverb() || tag == Tag.RP) {
      if (adjectiveFollows(t)) {
        return adjective(t);
      }
      add(Chunk.Kind.ADVERB, t, t + 1);
      return t + 1;
    }
    if (tag.isAdjective()) {
      if (words.tag(t + 1) == Tag.CC && words.capitalised(t) && nounAhead(t + 2)) {
        add(Chunk.Kind.NOUN, t, t + 1); // "Russian and U.S. officials"
        return t + 1;
      }
      return adjective(t);
    }
    add(Chunk.Kind.OTHER, t, t + 1);
    return t + 1;
  }

  private boolean adjectiveFollows(int t) {
    return words.tag(t + 1).isAdjective();
  }

  private int adjective(int t) {
    int end = t + 1;
    while (end < words.to() && (words.tag(end).isAdverb() || words.tag(end).isAdjective())) {
      end++;
    }
    while (end > t + 1 && words.tag(end - 1).isAdverb()) {
      end--;
    }
    end = Math.max(end, t + 1);
    add(Chunk.Kind.ADJECTIVE, t, end);
    return end;
  }

  /** Whether a subordinator has a clause of its own, rather than a noun: {@code after they met}. */
  private boolean clauseFollows(int t) {
    String lower = words.lower(t);
    if (!lexicon.is("preposition", lower)) {
      return true;
    }
    boolean subject = false;
    for (int k = t + 1; k < words.to() && k < t + 14; k++) {
      Tag tag = words.tag(k);
      if (tag == Tag.COMMA
          || tag == Tag.PERIOD
          || tag == Tag.COLON
          || tag == Tag.IN && subject && lexicon.is("subordinator", words.lower(k))) {
        return false;
      }
      if (tag.isFinite() && !named(k)) {
        return subject;
      }
      if (tag == Tag.WDT || tag == Tag.WP || tag == Tag.VBG && !subject) {
        return false;
      }
      subject |= tag.isNoun() || tag == Tag.PRP;
    }
    return false;
  }

  private boolean startsVerb(int t) {
    Tag tag = words.tag(t);
    String lower = words.lower(t);
    if (named(t) && tag.isProper()) {
      return false;
    }
    if (tag == Tag.MD || tag == Tag.VBD || tag == Tag.VBZ || tag == Tag.VBP || tag == Tag.VB) {
      return true;
    }
    if (tag == Tag.TO || lower.equals("to")) {
      int k = t + 1;
      while (words.tag(k).isAdverb()) {
        k++;
      }
      return words.tag(k) == Tag.VB || words.tag(k) == Tag.VBP && !words.tag(k).isNoun();
    }
    if (tag == Tag.VBN || tag == Tag.VBG) {
      return !premodifier(t);
    }
    if (lexicon.is("negator", lower) && tag == Tag.RB || tag == Tag.RB && !lower.equals("not")) {
      int k = t + 1;
      if (lexicon.is("negator", lower)) {
        while (words.tag(k).isAdverb()) {
          k++;
        }
        return lower.equals("not") && (words.lower(k).equals("to") || words.tag(k) == Tag.VBG)
            || lower.equals("never") && words.tag(k).isVerb();
      }
    }
    return false;
  }

  /** Whether a participle stands before a noun as an adjective: {@code planned talks}. */
  private boolean premodifier(int t) {
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

  private boolean startsNoun(int t) {
    Tag tag = words.tag(t);
    return switch (tag) {
      case DT, PDT, PRP, PRPS, NN, NNS, NNP, NNPS, CD, CURRENCY, EX, POS, FW -> true;
      case JJ, JJR, JJS, VBN, VBG -> nounAhead(t);
      default -> false;
    };
  }

  private boolean nounAhead(int t) {
    int k = t;
    while (k < words.to() && k < t + 6) {
      Tag tag = words.tag(k);
      if (tag.isNoun() || k > t && tag.isAdverb() && words.tag(k + 1).isNoun()) {
        return true;
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

  private int nounGroup(int t) {
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
        head = k++;
      } else if (tag == Tag.POS) {
        head = -1;
        k++;
      } else if (joins(k) && k > t && (head < 0 || words.tag(k + 1).isNoun())) {
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
          && (lexicon.actor(words.lower(k + 1)) != null || !named(head))
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
    chunks.add(new Chunk(Chunk.Kind.NOUN, t, k, head < 0 ? k - 1 : head, null));
    return k;
  }

  /** Time words after a noun are a group of their own: {@code met Putin Tuesday}. */
  private boolean timeBreaks(int k) {
    return lexicon.isTimeWord(words.lower(k))
            && (words.capitalised(k) || lexicon.is("day", words.lower(k)))
        || lexicon.isTimeWord(words.lower(k - 1)) && words.capitalised(k - 1) && named(k);
  }

  private int verbGroup(int start) {
    VerbGroupReader reader = new VerbGroupReader(lexicon, words);
    int end = reader.read(start);
    chunks.add(new Chunk(Chunk.Kind.VERB, start, end, reader.head(), reader.group()));
    return end;
  }

  static Tense tenseOf(Tag tag) {
    return switch (tag) {
      case VBD -> Tense.PAST;
      case VBG -> Tense.GERUND;
      case VBN -> Tense.PARTICIPLE;
      case VB -> Tense.INFINITIVE;
      default -> Tense.PRESENT;
    };
  }

  static Modality modalityOf(Lexicon lexicon, String lower) {
    if (lexicon.is("future", lower)) {
      return Modality.WILL;
    }
    if (lexicon.is("would", lower)) {
      return Modality.WOULD;
    }
    if (lower.startsWith("ca")) {
      return Modality.CAN;
    }
    if (lexicon.is("possible", lower)) {
      return Modality.MAY;
    }
    return lexicon.is("should", lower) ? Modality.SHOULD : Modality.NONE;
  }
}
