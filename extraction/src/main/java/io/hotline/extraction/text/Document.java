package io.hotline.extraction.text;

import io.hotline.extraction.Span;
import io.hotline.extraction.tagging.Tokens;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text cut into paragraphs, sentences and tokens. Tokens, sentences and paragraphs are numbered
 * from 0 in order of text; none is empty and none overlaps another of its kind; every token is in
 * exactly one sentence and every sentence in exactly one paragraph. A text of white space alone has
 * none of them.
 *
 * <p>Immutable and safe for use by any number of threads.
 */
public final class Document implements Tokens {

  private final String text;
  private final int[] tokenStarts;
  private final int[] tokenEnds;
  private final int[] sentenceOfToken;

  /** First token of each sentence, and the token count at the end. */
  private final int[] sentenceFirst;

  /** First sentence of each paragraph, and the sentence count at the end. */
  private final int[] paragraphFirst;

  private final int[] paragraphOfSentence;
  private final int headlineSentences;

  /** Filled as asked for; a string seen late by another thread is only made once more. */
  private final @Nullable String[] tokens;

  private Document(
      String text,
      int[] tokenStarts,
      int[] tokenEnds,
      int[] sentenceFirst,
      int[] paragraphFirst,
      int headlineSentences) {
    this.text = text;
    this.tokenStarts = tokenStarts;
    this.tokenEnds = tokenEnds;
    this.sentenceFirst = sentenceFirst;
    this.paragraphFirst = paragraphFirst;
    this.headlineSentences = headlineSentences;
    this.sentenceOfToken = owners(sentenceFirst, tokenStarts.length);
    this.paragraphOfSentence = owners(paragraphFirst, sentenceFirst.length - 1);
    this.tokens = new @Nullable String[tokenStarts.length];
  }

  private static int[] owners(int[] first, int count) {
    int[] owner = new int[count];
    for (int i = 0; i + 1 < first.length; i++) {
      Arrays.fill(owner, first[i], first[i + 1], i);
    }
    return owner;
  }

  /**
   * Cuts a text.
   *
   * @param headline the headline, if known apart; where {@code text} begins with it, that stretch
   *     is a paragraph of its own and its sentences are {@link #isHeadline headline}
   */
  public static Document of(String text, @Nullable String headline) {
    Layout layout = Layout.of(text, headline);
    Tokenizer tokens = Tokenizer.of(text);
    SentenceSplitter sentences = SentenceSplitter.of(text, layout, tokens);
    return new Document(
        text,
        tokens.starts(),
        tokens.ends(),
        sentences.firstTokens(),
        sentences.firstSentences(),
        sentences.headlineSentences());
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public int tokenCount() {
    return tokenStarts.length;
  }

  /** Offset of the first UTF-16 unit of token {@code t}. */
  @Override
  public int tokenStart(int t) {
    return tokenStarts[t];
  }

  /** Offset after the last UTF-16 unit of token {@code t}. */
  @Override
  public int tokenEnd(int t) {
    return tokenEnds[t];
  }

  public Span tokenSpan(int t) {
    return new Span(tokenStarts[t], tokenEnds[t]);
  }

  /** Token {@code t} as written. */
  public String token(int t) {
    String token = tokens[t];
    if (token == null) {
      token = text.substring(tokenStarts[t], tokenEnds[t]);
      tokens[t] = token;
    }
    return token;
  }

  /**
   * The token that holds {@code offset}, or else the first one after it; {@link #tokenCount} if
   * there is none.
   */
  public int tokenAt(int offset) {
    int i = Arrays.binarySearch(tokenStarts, offset);
    if (i >= 0) {
      return i;
    }
    int after = -i - 1;
    return after > 0 && offset < tokenEnds[after - 1] && offset >= 0 ? after - 1 : after;
  }

  @Override
  public int sentenceCount() {
    return sentenceFirst.length - 1;
  }

  @Override
  public int firstToken(int s) {
    return sentenceFirst[s];
  }

  /** The token after the last one of sentence {@code s}. */
  @Override
  public int endToken(int s) {
    return sentenceFirst[s + 1];
  }

  /** From the start of the first token to the end of the last. */
  public Span sentence(int s) {
    return new Span(tokenStarts[sentenceFirst[s]], tokenEnds[sentenceFirst[s + 1] - 1]);
  }

  public int sentenceOfToken(int t) {
    return sentenceOfToken[t];
  }

  public int paragraphCount() {
    return paragraphFirst.length - 1;
  }

  /** From the start of the first token to the end of the last. */
  public Span paragraph(int p) {
    return new Span(
        tokenStarts[sentenceFirst[paragraphFirst[p]]],
        tokenEnds[sentenceFirst[paragraphFirst[p + 1]] - 1]);
  }

  public int paragraphOfSentence(int s) {
    return paragraphOfSentence[s];
  }

  /** First sentence of paragraph {@code p}. */
  public int firstSentence(int p) {
    return paragraphFirst[p];
  }

  /** The sentence after the last one of paragraph {@code p}. */
  public int endSentence(int p) {
    return paragraphFirst[p + 1];
  }

  /** Whether sentence {@code s} belongs to the headline the text begins with. */
  public boolean isHeadline(int s) {
    return s < headlineSentences;
  }
}
