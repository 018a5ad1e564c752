package io.hotline.extraction.entities;

import io.hotline.extraction.text.Document;

/** The tokens of a document as numbers of the vocabulary, with the look of each. */
final class Words {

  private static final byte CAPITAL = 1;
  private static final byte ALL_CAPITALS = 2;
  private static final byte WORD = 4;
  private static final byte LOWER = 8;

  private final int[] numbers;
  private final int[] traits;
  private final byte[] shapes;
  private final boolean[] shouted;

  private Words(int[] numbers, int[] traits, byte[] shapes, boolean[] shouted) {
    this.numbers = numbers;
    this.traits = traits;
    this.shapes = shapes;
    this.shouted = shouted;
  }

  static Words of(Document document, Vocabulary vocabulary) {
    int n = document.tokenCount();
    char[] text = document.text().toCharArray();
    int[] numbers = new int[n];
    int[] traits = new int[n];
    byte[] shapes = new byte[n];
    for (int t = 0; t < n; t++) {
      int start = document.tokenStart(t);
      int end = document.tokenEnd(t);
      numbers[t] = vocabulary.find(text, start, end);
      traits[t] = vocabulary.traits(numbers[t]);
      shapes[t] = shape(text, start, end);
    }
    boolean[] shouted = new boolean[document.sentenceCount()];
    for (int s = 0; s < shouted.length; s++) {
      shouted[s] = isShouted(shapes, document.firstToken(s), document.endToken(s));
    }
    return new Words(numbers, traits, shapes, shouted);
  }

  private static byte shape(char[] text, int start, int end) {
    char first = text[start];
    boolean upper = first >= 'A' && first <= 'Z' || first > 127 && Character.isUpperCase(first);
    boolean lower = first >= 'a' && first <= 'z' || first > 127 && Character.isLowerCase(first);
    if (!upper) {
      return lower || Character.isLetter(first) ? (byte) (WORD | LOWER) : 0;
    }
    int letters = 1;
    for (int i = start + 1; i < end; i++) {
      char c = text[i];
      if (c >= 'a' && c <= 'z' || c > 127 && Character.isLowerCase(c)) {
        return WORD | CAPITAL;
      }
      letters += c >= 'A' && c <= 'Z' ? 1 : 0;
    }
    return (byte) (letters > 1 ? WORD | CAPITAL | ALL_CAPITALS : WORD | CAPITAL);
  }

  private static boolean isShouted(byte[] shapes, int from, int to) {
    int words = 0;
    int capitals = 0;
    for (int t = from; t < to; t++) {
      if ((shapes[t] & LOWER) != 0) {
        return false;
      }
      words += (shapes[t] & WORD) != 0 ? 1 : 0;
      capitals += (shapes[t] & ALL_CAPITALS) != 0 ? 1 : 0;
    }
    return words >= 3 && capitals * 3 >= words * 2;
  }

  int count() {
    return numbers.length;
  }

  /** Number in the vocabulary, or {@link Vocabulary#NONE}. */
  int number(int t) {
    return numbers[t];
  }

  /** Whether token {@code t} has one of the traits. */
  boolean is(int t, int trait) {
    return t >= 0 && t < traits.length && (traits[t] & trait) != 0;
  }

  /** Begins with a capital letter. */
  boolean isCapital(int t) {
    return t >= 0 && t < shapes.length && (shapes[t] & CAPITAL) != 0;
  }

  /** Has two or more letters, all of them capitals. */
  boolean isAllCapitals(int t) {
    return t >= 0 && t < shapes.length && (shapes[t] & ALL_CAPITALS) != 0;
  }

  /** Begins with a letter. */
  boolean isWord(int t) {
    return t >= 0 && t < shapes.length && (shapes[t] & WORD) != 0;
  }

  /** Begins with a small letter. */
  boolean isLower(int t) {
    return t >= 0 && t < shapes.length && (shapes[t] & LOWER) != 0;
  }

  /** Whether sentence {@code s} is in capitals throughout. */
  boolean isShouted(int s) {
    return shouted[s];
  }
}
