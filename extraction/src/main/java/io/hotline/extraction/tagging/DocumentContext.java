package io.hotline.extraction.tagging;

/**
 * What a document tells of its capitalised words elsewhere: the neighbours of their occurrences
 * inside sentences, and whether a word is also written in lower case. Sentences in capitals tell
 * nothing. For one document; not for sharing between threads while it is made.
 */
final class DocumentContext {

  /** So many occurrences of a word are looked at. */
  static final int MAX_OCCURRENCES = 4;

  private final Word[] words;
  private final long[] forms;

  /** The first token with the form, plus 1. */
  private final int[] firstToken;

  private final int[] lastToken;
  private final byte[] counts;

  /** The next token with the same form, plus 1. */
  private final int[] next;

  private final long[] lowers;
  private final int mask;

  private DocumentContext(Word[] words) {
    this.words = words;
    int capacity = Integer.highestOneBit(Math.max(8, words.length)) << 1;
    forms = new long[capacity];
    firstToken = new int[capacity];
    lastToken = new int[capacity];
    counts = new byte[capacity];
    next = new int[words.length];
    lowers = new long[capacity];
    mask = capacity - 1;
  }

  /**
   * @param styles of the sentences
   */
  static DocumentContext of(Word[] words, Tokens tokens, Style[] styles) {
    DocumentContext context = new DocumentContext(words);
    for (int s = 0; s < tokens.sentenceCount(); s++) {
      if (styles[s] == Style.CAPITALS) {
        continue;
      }
      int first = tokens.firstToken(s);
      for (int t = first; t < tokens.endToken(s); t++) {
        if (words[t].lowerCase) {
          context.addLower(words[t].lower);
        } else if (words[t].capital && t > first) {
          context.addOccurrence(t);
        }
      }
    }
    return context;
  }

  private void addLower(long lower) {
    int slot = (int) lower & mask;
    while (lowers[slot] != 0 && lowers[slot] != lower) {
      slot = slot + 1 & mask;
    }
    lowers[slot] = lower;
  }

  private void addOccurrence(int t) {
    int slot = slot(words[t].form);
    if (firstToken[slot] == 0) {
      forms[slot] = words[t].form;
      firstToken[slot] = t + 1;
    } else if (counts[slot] >= MAX_OCCURRENCES) {
      return;
    } else {
      next[lastToken[slot]] = t + 1;
    }
    lastToken[slot] = t;
    counts[slot]++;
  }

  private int slot(long form) {
    int slot = (int) (form >>> 32) & mask;
    while (firstToken[slot] != 0 && forms[slot] != form) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** The first token inside a sentence that is written like {@code word}; negative if none. */
  int firstLike(Word word) {
    return firstToken[slot(word.form)] - 1;
  }

  /** The next token like token {@code t}; negative if there is none. */
  int nextLike(int t) {
    return next[t] - 1;
  }

  boolean inLowerCase(Word word) {
    int slot = (int) word.lower & mask;
    while (lowers[slot] != 0) {
      if (lowers[slot] == word.lower) {
        return true;
      }
      slot = slot + 1 & mask;
    }
    return false;
  }
}
