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
  private final NounGroupReader nouns;
  private final List<Chunk> chunks = new ArrayList<>();

  private Chunker(Lexicon lexicon, Words words, boolean[] named) {
    this.lexicon = lexicon;
    this.words = words;
    this.named = named;
    this.nouns = new NounGroupReader(lexicon, words, named);
  }

  /**
   * The chunks of a sentence, in order, covering all of it.
   *
   * @param named by token of the sentence, whether it is part of a name
   */
  static List<Chunk> chunk(Lexicon lexicon, Words words, boolean[] named) {
    Chunker chunker = new Chunker(lexicon, words, named);
    new TagCorrector(lexicon, words, named).correct();
    int t = words.from();
    while (t < words.to()) {
      t = Math.max(t + 1, chunker.next(t));
    }
    chunker.joinSplitVerbs();
    chunker.shareModals();
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

  /** {@code would leave his camp and meet}: the auxiliary holds for both verbs. */
  private void shareModals() {
    for (int i = 2; i < chunks.size(); i++) {
      Chunk second = chunks.get(i);
      VerbGroup bare = second.verb();
      if (bare == null
          || words.tag(second.head()) != Tag.VB
          || bare.tense() != Tense.PRESENT
          || bare.modality() != Modality.NONE
          || !chunks.get(i - 1).is(Chunk.Kind.COORDINATOR)) {
        continue;
      }
      for (int k = i - 2; k >= 0; k--) {
        VerbGroup first = chunks.get(k).verb();
        if (first != null) {
          if (first.modality() != Modality.NONE) {
            chunks.set(
                i,
                new Chunk(
                    second.kind(),
                    second.from(),
                    second.to(),
                    second.head(),
                    new VerbGroup(
                        bare.lemma(),
                        first.modality(),
                        Tense.INFINITIVE,
                        first.negated() || bare.negated(),
                        bare.passive(),
                        first.negation())));
          }
          break;
        }
      }
    }
  }

  private boolean named(int t) {
    return t >= words.from() && t < words.to() && named[t - words.from()];
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
    if (nouns.joins(t)) {
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
      if (tag != Tag.RP && adjectiveFollows(t)) {
        return adjective(t);
      }
      add(Chunk.Kind.ADVERB, t, t + 1);
      return t + 1;
    }
    if (tag.isAdjective()) {
      if (words.tag(t + 1) == Tag.CC && words.capitalised(t) && nouns.nounAhead(t + 2)) {
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
      return !nouns.premodifier(t);
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

  private boolean startsNoun(int t) {
    Tag tag = words.tag(t);
    return switch (tag) {
      case DT, PDT, PRP, PRPS, NN, NNS, NNP, NNPS, CD, CURRENCY, EX, POS, FW -> true;
      case JJ, JJR, JJS, VBN, VBG -> nouns.nounAhead(t);
      default -> false;
    };
  }

  private int nounGroup(int t) {
    Chunk group = nouns.read(t);
    chunks.add(group);
    return group.to();
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
