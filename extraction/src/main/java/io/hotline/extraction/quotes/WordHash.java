package io.hotline.extraction.quotes;

/** Hashes words without regard to case, and mixes hashes to feature numbers. */
final class WordHash {

  private WordHash() {}

  /** The hash of {@code text[start, end)}; a curly apostrophe counts as a straight one. */
  static long of(CharSequence text, int start, int end) {
    long h = 0xcbf29ce484222325L;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        c += 32;
      } else if (c >= 0x80) {
        c = c == '\u2019' ? '\'' : Character.toLowerCase(c);
      }
      h = (h ^ c) * 0x100000001b3L;
    }
    return h ^ (h >>> 29);
  }

  static long of(String word) {
    return of(word, 0, word.length());
  }

  /** A 32-bit name for a word. */
  static int fold(long hash) {
    return (int) (hash ^ (hash >>> 32)) | 0x40000000;
  }

  static int mix(int a, int b) {
    int h = (a ^ (b * 0x9E3779B9)) * 0x85EBCA6B;
    return h ^ (h >>> 15);
  }
}
