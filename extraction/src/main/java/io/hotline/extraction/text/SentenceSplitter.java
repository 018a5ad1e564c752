package io.hotline.extraction.text;

/**
 * Groups tokens to sentences and sentences to paragraphs. A paragraph's end always ends a sentence;
 * within a paragraph {@code . ! ?} and their kin do, unless what follows shows that the sentence
 * goes on. A dateline ({@code MOSCOW, Jan 20 (Reuters) -}) is a sentence of its own.
 */
final class SentenceSplitter {

  /** Longer sentences are cut; they are tables, and later steps may look at pairs of words. */
  private static final int MAX_TOKENS = 400;

  private static final int MAX_DATELINE = 16;
  private static final int MAX_PLACE = 4;
  private static final int MAX_SPEAKER = 4;

  private static final WordSet STARTERS = WordSet.load("sentence-starters.txt");
  private static final WordSet ATTRIBUTION = WordSet.load("attribution-verbs.txt");
  private static final Abbreviations ABBREVIATIONS = Abbreviations.load();

  private final String text;
  private final Tokenizer tokens;
  private final IntList firstTokens;
  private final IntList firstSentences = new IntList(16);
  private int headlineSentences;

  /** Whether a straight double quote is open in the paragraph being read. */
  private boolean quoteOpen;

  private SentenceSplitter(String text, Tokenizer tokens) {
    this.text = text;
    this.tokens = tokens;
    this.firstTokens = new IntList(tokens.size() / 16);
  }

  static SentenceSplitter of(String text, Layout layout, Tokenizer tokens) {
    SentenceSplitter splitter = new SentenceSplitter(text, tokens);
    splitter.run(layout);
    return splitter;
  }

  /** First token of each sentence, then the token count. */
  int[] firstTokens() {
    return firstTokens.toArray();
  }

  /** First sentence of each paragraph, then the sentence count. */
  int[] firstSentences() {
    return firstSentences.toArray();
  }

  int headlineSentences() {
    return headlineSentences;
  }

  private void run(Layout layout) {
    IntList breaks = layout.breaks();
    int b = 0;
    int t = 0;
    while (t < tokens.size()) {
      int start = tokens.start(t);
      while (b < breaks.size() && breaks.get(b) <= start) {
        b++;
      }
      int limit = b < breaks.size() ? breaks.get(b) : Integer.MAX_VALUE;
      int end = t;
      while (end < tokens.size() && tokens.start(end) < limit) {
        end++;
      }
      firstSentences.add(firstTokens.size());
      paragraph(t, end);
      if (tokens.end(end - 1) <= layout.headlineEnd()) {
        headlineSentences = firstTokens.size();
      }
      t = end;
    }
    firstSentences.add(firstTokens.size());
    firstTokens.add(tokens.size());
  }

  private void paragraph(int from, int to) {
    quoteOpen = false;
    int first = from;
    firstTokens.add(first);
    int t = dateline(from, to);
    if (t > from && t < to) {
      first = t;
      firstTokens.add(first);
    }
    while (t < to) {
      if (isQuote(t)) {
        quoteOpen = !quoteOpen;
      }
      int next = isTerminator(t) ? afterClosers(t, to) : t + 1;
      boolean ends = isTerminator(t) && next < to && endsSentence(first, t, next, to);
      if (next < to && (ends || next - first >= MAX_TOKENS)) {
        first = next;
        firstTokens.add(first);
      }
      t = next;
    }
  }

  private char firstChar(int t) {
    return text.charAt(tokens.start(t));
  }

  private char lastChar(int t) {
    return text.charAt(tokens.end(t) - 1);
  }

  private int length(int t) {
    return tokens.end(t) - tokens.start(t);
  }

  private boolean isQuote(int t) {
    return firstChar(t) == '"' || length(t) == 2 && firstChar(t) == '\'' && lastChar(t) == '\'';
  }

  private boolean isTerminator(int t) {
    return switch (lastChar(t)) {
      case '.', '!', '?', '\u2026', '\u3002', '\uff01', '\uff1f', '\u061f', '\u06d4', '\u0964' ->
          true;
      default -> false;
    };
  }

  /** The first token after the quotes and brackets that close behind terminator {@code t}. */
  private int afterClosers(int t, int to) {
    int k = t + 1;
    while (k < to) {
      char c = firstChar(k);
      boolean touches = tokens.start(k) == tokens.end(k - 1);
      if (isQuote(k) || length(k) == 1 && c == '\'') {
        boolean closes = touches || (quoteOpen && isQuote(k) && spaceAfter(k));
        if (!closes) {
          break;
        }
        if (isQuote(k)) {
          quoteOpen = !quoteOpen;
        }
      } else if (!(length(k) == 1 && Characters.isClosing(c))) {
        break;
      }
      k++;
    }
    return k;
  }

  private boolean spaceAfter(int t) {
    return tokens.end(t) >= text.length() || Characters.isSpace(text.charAt(tokens.end(t)));
  }

  /** Whether the sentence ends at terminator {@code t}, when {@code next} follows it. */
  private boolean endsSentence(int first, int t, int next, int to) {
    boolean word = Characters.isLetterOrDigit(firstChar(t));
    int begin = next;
    while (begin < to - 1 && isOpener(begin)) {
      begin++;
    }
    char c = firstChar(begin);
    if (word) {
      return endsAtAbbreviation(first, t, begin, begin > next);
    }
    if (isJoiner(next)) {
      return false;
    }
    if (Character.isLowerCase(c)) {
      return begin > next && next == t + 1;
    }
    if (t == first && Characters.isDigit(c)) {
      return false;
    }
    if (firstChar(t) == '.' && t - first == 1 && Characters.isDigit(lastChar(first))) {
      return false; // the number of a list item
    }
    return next == t + 1 || !isAttribution(next, to);
  }

  private boolean isOpener(int t) {
    char c = firstChar(t);
    return Characters.isOpening(c)
        || isQuote(t)
        || c == '\''
        || c == '-'
        || c == '\u2014'
        || c == '\u2022';
  }

  /** A mark that goes on with the sentence: {@code "Yahoo!", he said}. */
  private boolean isJoiner(int t) {
    char c = firstChar(t);
    return c == ','
        || c == ';'
        || c == ':'
        || c == ')'
        || c == '\u2013'
        || c == '\u2014'
        || c == '-' && spaceAfter(t);
  }

  private boolean endsAtAbbreviation(int first, int t, int begin, boolean opened) {
    int end = tokens.end(t) - 1;
    Abbreviations.Kind kind =
        length(t) == 2 ? null : ABBREVIATIONS.kind(text, tokens.start(t), end);
    if (kind == Abbreviations.Kind.BEFORE || kind == Abbreviations.Kind.NUMBER) {
      return false;
    }
    if (!Character.isUpperCase(firstChar(begin)) && !opened) {
      return false;
    }
    boolean starts = STARTERS.contains(text, tokens.start(begin), tokens.end(begin));
    if (length(t) == 2) {
      boolean inName = t > first && Character.isUpperCase(firstChar(t - 1));
      return starts && !inName;
    }
    return starts;
  }

  /** Whether a capitalised name and a verb of saying follow: {@code "Why?" Mr. Putin asked.} */
  private boolean isAttribution(int from, int to) {
    for (int k = from; k < to && k <= from + MAX_SPEAKER; k++) {
      if (k > from && ATTRIBUTION.contains(text, tokens.start(k), tokens.end(k))) {
        return true;
      }
      if (!Character.isUpperCase(firstChar(k))
          || k == from && STARTERS.contains(text, tokens.start(k), tokens.end(k))) {
        return false;
      }
    }
    return false;
  }

  /** The token after the dateline that begins a paragraph, or {@code from} if there is none. */
  private int dateline(int from, int to) {
    if (!isPlace(from)) {
      return from;
    }
    boolean evidence = false;
    for (int k = from + 1; k < to - 1 && k < from + MAX_DATELINE; k++) {
      char c = firstChar(k);
      if (c == '(' || Characters.isDigit(c)) {
        evidence = true;
      }
      boolean dash = Characters.isDash(c) && tokens.start(k) > tokens.end(k - 1);
      if (dash) {
        boolean longDash = c != '-' || length(k) > 1 || tokens.start(k + 1) > tokens.end(k);
        boolean apart = evidence || longDash && k - from <= MAX_PLACE;
        return apart && Characters.isLetterOrDigit(firstChar(k + 1)) && !isPlace(k + 1)
            ? k + 1
            : from;
      }
      if (c == '.' || c == ':' || c == '"' || Character.isLowerCase(c) && !evidence) {
        return from;
      }
    }
    return from;
  }

  /** Whether token {@code t} is a word of three or more letters, all capitals. */
  private boolean isPlace(int t) {
    if (length(t) < 3) {
      return false;
    }
    for (int i = tokens.start(t); i < tokens.end(t); i++) {
      if (!Character.isUpperCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
