package io.hotline.extraction.entities;

import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one article while it is being annotated; the steps pass it on.
 *
 * @param day of publication; null if not known
 * @param refs all mentions so far, names first, not in order
 */
record Draft(
    Document document,
    Tags tags,
    Words words,
    Scan scan,
    WhosWho who,
    @Nullable LocalDate day,
    List<Ref> refs,
    List<Cluster> clusters) {

  Draft(
      Document document, Tags tags, Words words, Scan scan, WhosWho who, @Nullable LocalDate day) {
    this(document, tags, words, scan, who, day, new ArrayList<>(), new ArrayList<>());
  }

  int sentenceOf(int token) {
    return document.sentenceOfToken(token);
  }

  int paragraphOf(int token) {
    return document.paragraphOfSentence(document.sentenceOfToken(token));
  }

  /** Text from the first to before the last token, line breaks as spaces. */
  String text(int from, int to) {
    String text = document.text().substring(document.tokenStart(from), document.tokenEnd(to - 1));
    return text.indexOf('\n') < 0 ? text : text.replaceAll("\\s+", " ");
  }

  boolean begins(int token, int sentence) {
    return token == document.firstToken(sentence);
  }

  boolean in(int token, int sentence) {
    return token >= document.firstToken(sentence) && token < document.endToken(sentence);
  }

  boolean is(int token, char mark) {
    return token >= 0
        && token < document.tokenCount()
        && document.tokenEnd(token) - document.tokenStart(token) == 1
        && document.text().charAt(document.tokenStart(token)) == mark;
  }

  /** Whether the token is {@code 's} or {@code '}. */
  boolean isPossessive(int token) {
    if (token < 0 || token >= document.tokenCount()) {
      return false;
    }
    char first = document.text().charAt(document.tokenStart(token));
    return (first == '\'' || first == '\u2019')
        && document.tokenEnd(token) - document.tokenStart(token) <= 2;
  }
}
