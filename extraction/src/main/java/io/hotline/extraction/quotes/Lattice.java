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

  Lattice(Document document, Tags tags, CueLexicon lexicon, FunctionWords functionWords) {
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
        endToken[n] = end;
        stretch[n] = q;
        itemOfStretch[q] = n;
        describe(quoted, n, end - t);
        t = end;
        q++;
      } else {
        Tag tag = tags.tag(t);
        pos[n] = (byte) tag.ordinal();
        CueWord word = lexicon.find(words, t, document.endToken(sentence), tag);
        cue[n] = word;
        symbol[n] =
            functionWords.has(words[t]) || tag.isPunctuation()
                ? WordHash.fold(words[t])
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

  private void describe(QuotedStretch quoted, int item, int tokens) {
    String text = document.text();
    int words = Math.max(1, tokens - 2);
    char first = text.charAt(quoted.inner().start());
    char last = text.charAt(quoted.inner().end() - 1);
    int end = last == ',' ? 1 : last == '.' ? 2 : last == '?' || last == '!' ? 3 : 0;
    int start = Character.isUpperCase(first) ? 1 : Character.isLetter(first) ? 0 : 2;
    int bucket = words <= 1 ? 0 : words <= 3 ? 1 : words <= 6 ? 2 : 3;
    symbol[item] = 5000 + (bucket * 4 + end) * 3 + start;
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
    return !isQuoted(item) && isOneOf(item, "-", "--", "\u2013", "\u2014", "\u2015");
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
