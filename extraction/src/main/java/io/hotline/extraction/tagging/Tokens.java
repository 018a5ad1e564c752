package io.hotline.extraction.tagging;

/** A text cut to tokens and sentences, as the taggers need it; numbered from 0. */
public interface Tokens {

  String text();

  int tokenCount();

  int tokenStart(int t);

  int tokenEnd(int t);

  int sentenceCount();

  int firstToken(int s);

  /** The token after the last of sentence {@code s}. */
  int endToken(int s);
}
