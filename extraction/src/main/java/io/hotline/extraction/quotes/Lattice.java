package io.hotline.extraction.quotes;

import io.hotline.extraction.Span;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tag;
import io.hotline.extraction.text.Tags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document as the quote extractor reads it: a row of items, each a token or a whole quoted
 * stretch, cut into units. A unit is a sentence, or several that a quoted stretch holds together.
 */
final class Lattice {

  /** Part of speech of a quoted stretch of more than a few words, and of a shorter one. */
  static final int QUOTED = 60;

  static final int QUOTED_FEW = 61;

  /** What stands before the first and after the last item of a unit. */
  static final int BOUNDARY = 62;

  private static final int FEW_WORDS = 4;
  private static final int OPEN_BRACKET = WordHash.fold(WordHash.of("("));
  private static final int CLOSE_BRACKET = WordHash.fold(WordHash.of(")"));
  private static final Tag[] TAGS = Tag.values();

  final Document document;
  private final Tags tags;
  final List<QuotedStretch> stretches;
  final int size;
  final int[] firstToken;
  final int[] endToken;
  final int[] symbol;
  final byte[] pos;
  final @Nullable CueWord[] cue;

  /** Whether an item is a word of time. */
  final boolean[] time;

  /** What a common noun tells of a source: {@link SourceNouns#code}. */
  final byte[] sourceKind;

  /** Number of the stretch an item is, or -1. */
  final int[] stretch;

  final int[] itemOfStretch;
  final int[] unit;
  private final int[] itemOfToken;
  final int[] unitFirst;
  final int units;

  /** First and end item of the base noun phrase an item is in; -1 outside of any. */
  final int[] phraseFirst;

  final int[] phraseEnd;

  Lattice(Document document, Tags tags, LatticeWords tables) {
    CueLexicon lexicon = tables.cues();
    this.document = document;
    this.tags = tags;
    String text = document.text();
    int tokens = document.tokenCount();
    stretches = QuotationMarks.find(text, paragraphs(document));
    firstToken = new int[tokens];
    endToken = new int[tokens];
    symbol = new int[tokens];
    pos = new byte[tokens];
    cue = new @Nullable CueWord[tokens];
    sourceKind = new byte[tokens];
    time = new boolean[tokens];
    stretch = new int[tokens];
    unit = new int[tokens];
    itemOfToken = new int[tokens];
    itemOfStretch = new int[stretches.size()];
    long[] words = new long[tokens];
    for (int t = 0; t < tokens; t++) {
      words[t] = WordHash.of(text, document.tokenStart(t), document.tokenEnd(t));
    }
    int[] firsts = new int[document.sentenceCount() + 1];
    int n = 0;
    int u = -1;
    int q = 0;
    int t = 0;
    int lastSentence = -1;
    while (t < tokens) {
      int sentence = document.sentenceOfToken(t);
      if (sentence != lastSentence) {
        u++;
        firsts[u] = n;
      }
      while (q < stretches.size() && stretches.get(q).span().end() <= document.tokenStart(t)) {
        itemOfStretch[q++] = -1;
      }
      firstToken[n] = t;
      itemOfToken[t] = n;
      unit[n] = u;
      stretch[n] = -1;
      if (q < stretches.size() && stretches.get(q).span().start() < document.tokenEnd(t)) {
        QuotedStretch quoted = stretches.get(q);
        int end = t + 1;
        while (end < tokens && document.tokenStart(end) < quoted.span().end()) {
          end++;
        }
        end = withPunctuation(quoted, end, lexicon, words);
        endToken[n] = end;
        stretch[n] = q;
        itemOfStretch[q] = n;
        describe(quoted, n, end - t);
        t = end;
        q++;
      } else {
        Tag tag = tag(t, tokens);
        pos[n] = (byte) tag.ordinal();
        time[n] = tables.timeWords().has(words[t]);
        CueWord word = lexicon.find(words, t, document.endToken(sentence), tag);
        cue[n] = word;
        sourceKind[n] =
            (byte) (tag == Tag.NN || tag == Tag.NNS ? tables.sourceNouns().code(words[t]) : 0);
        symbol[n] =
            tables.functionWords().has(words[t]) || tag.isPunctuation()
                ? symbolOf(tag, words[t])
                : word != null ? 1000 + word.cueClass().ordinal() * 50 + tag.ordinal() : pos[n];
        endToken[n] = t + 1;
        t++;
      }
      lastSentence = document.sentenceOfToken(t - 1);
      n++;
    }
    while (q < stretches.size()) {
      itemOfStretch[q++] = -1;
    }
    size = n;
    units = u + 1;
    unitFirst = java.util.Arrays.copyOf(firsts, units + 1);
    unitFirst[units] = n;
    phraseFirst = new int[n];
    phraseEnd = new int[n];
    NounPhrases.mark(this);
  }

  private Tag tag(int t, int tokens) {
    String word = document.token(t);
    return switch (word) {
      case "<" -> isTicker(t + 1, tokens) ? Tag.OPEN_BRACKET : tags.tag(t);
      case ">" -> t >= 2 && isTicker(t - 1, tokens) ? Tag.CLOSE_BRACKET : tags.tag(t);
      default -> isDash(word) ? Tag.COLON : tags.tag(t);
    };
  }

  /** Whether a token is the sign of a share between angle brackets: {@code <XON>}. */
  private boolean isTicker(int t, int tokens) {
    return t + 1 < tokens
        && document.token(t - 1).equals("<")
        && document.token(t + 1).equals(">")
        && document.tokenEnd(t - 1) == document.tokenStart(t)
        && Character.isUpperCase(document.text().charAt(document.tokenStart(t)));
  }

  /** Angle brackets around the sign of a share read as round ones. */
  private static int symbolOf(Tag tag, long word) {
    return tag == Tag.OPEN_BRACKET
        ? OPEN_BRACKET
        : tag == Tag.CLOSE_BRACKET ? CLOSE_BRACKET : WordHash.fold(word);
  }

  /** Whether one of the tokens is a finite verb. */
  boolean finiteIn(int fromToken, int toToken) {
    for (int t = fromToken; t < toToken; t++) {
      if (tags.tag(t).isFinite()) {
        return true;
      }
    }
    return false;
  }

  private static List<Span> paragraphs(Document document) {
    List<Span> paragraphs = new ArrayList<>(document.paragraphCount());
    for (int p = 0; p < document.paragraphCount(); p++) {
      paragraphs.add(document.paragraph(p));
    }
    return paragraphs;
  }

  /**
   * Where the item of a stretch ends. The comma or period that British writers put behind the mark,
   * and the dash that others put before the source, go with it, as if they were inside.
   */
  private int withPunctuation(QuotedStretch quoted, int end, CueLexicon lexicon, long[] words) {
    int tokens = document.tokenCount();
    char last = document.text().charAt(quoted.inner().end() - 1);
    int t = end;
    if (t < tokens
        && ".,?!".indexOf(last) < 0
        && document.tokenStart(t) == quoted.span().end()
        && (tags.tag(t) == Tag.COMMA || tags.tag(t) == Tag.PERIOD)) {
      t++;
    }
    if (t > 0
        && t < tokens
        && document.sentenceOfToken(t) == document.sentenceOfToken(end - 1)
        && ".".indexOf(last) < 0
        && isDash(document.token(t))) {
      int limit = Math.min(document.endToken(document.sentenceOfToken(t)), t + 8);
      for (int k = t + 1; k < limit; k++) {
        CueWord word = lexicon.find(words, k, limit, tags.tag(k));
        if (word != null && word.kind() == CueWord.Kind.VERB) {
          return t + 1;
        }
      }
    }
    return t;
  }

  private static boolean isDash(String word) {
    return switch (word) {
      case "-", "--", "\u2013", "\u2014", "\u2015" -> true;
      default -> false;
    };
  }

  private void describe(QuotedStretch quoted, int item, int tokens) {
    int words = Math.max(1, tokens - 2);
    symbol[item] = quoted.symbol(document.text(), words, tags.tag(endToken[item] - 1));
    pos[item] = (byte) (words >= FEW_WORDS ? QUOTED : QUOTED_FEW);
  }

  int from(int item) {
    int q = stretch[item];
    return q >= 0 ? stretches.get(q).span().start() : document.tokenStart(firstToken[item]);
  }

  int to(int item) {
    int q = stretch[item];
    return q >= 0 ? stretches.get(q).span().end() : document.tokenEnd(endToken[item] - 1);
  }

  /** The text of items {@code [first, end)}. */
  Span span(int first, int end) {
    return new Span(from(first), to(end - 1));
  }

  boolean isQuoted(int item) {
    return stretch[item] >= 0;
  }

  /** The tag of an item that is a token. */
  Tag tag(int item) {
    return isQuoted(item) ? Tag.SYM : TAGS[pos[item]];
  }

  boolean is(int item, Tag tag) {
    return pos[item] == tag.ordinal();
  }

  String word(int item) {
    return document.token(firstToken[item]);
  }

  /** Whether an item is one of some words as written. */
  boolean isOneOf(int item, String... words) {
    String word = word(item);
    for (String each : words) {
      if (each.equals(word)) {
        return true;
      }
    }
    return false;
  }

  boolean isDash(int item) {
    return !isQuoted(item) && isDash(word(item));
  }

  int paragraphs() {
    return document.paragraphCount();
  }

  /** First item of a paragraph; the item count for the one after the last. */
  int paragraphFirst(int paragraph) {
    return paragraph == document.paragraphCount()
        ? size
        : itemOfToken[document.firstToken(document.firstSentence(paragraph))];
  }

  /** What the head of a phrase that ends at {@code end} is. */
  int headKind(int end) {
    int head = end - 1;
    return isQuoted(head) ? 5 : tag(head).isProper() ? 3 : is(head, Tag.CD) ? 4 : sourceKind[head];
  }

  /** The first item from {@code k} on that does not say when: after {@code late on Monday}. */
  int afterTime(int k, int end) {
    int i = k;
    while (i < end) {
      boolean leads = i + 1 < end && time[i + 1] && !isQuoted(i);
      if (time[i] || is(i, Tag.CD) && i > k && time[i - 1]) {
        i++;
      } else if (leads && (is(i, Tag.IN) || is(i, Tag.JJ) || is(i, Tag.DT) || tag(i).isAdverb())) {
        i += 2;
      } else {
        return i;
      }
    }
    return i;
  }

  int unitEnd(int item) {
    return unitFirst[unit[item] + 1];
  }

  int unitStart(int item) {
    return unitFirst[unit[item]];
  }

  /** Symbol of an item, if it is in the unit {@code [from, to)}. */
  int symbolIn(int item, int from, int to) {
    return item < from || item >= to ? BOUNDARY : symbol[item];
  }

  int posIn(int item, int from, int to) {
    return item < from || item >= to ? BOUNDARY : pos[item];
  }

  /** A coarse measure of a distance. */
  static int bucket(int distance) {
    int d = Math.abs(distance);
    return d <= 4 ? d : d <= 6 ? 5 : d <= 9 ? 6 : d <= 14 ? 7 : d <= 22 ? 8 : d <= 35 ? 9 : 10;
  }
}
