package io.hotline.extraction.events;

import io.hotline.extraction.Span;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tag;
import io.hotline.extraction.text.Tags;
import java.util.Locale;

/** The tokens of one sentence, in lower case and with their tags; numbered as in the document. */
final class Words {

  private final Document document;
  private final int sentence;
  private final int from;
  private final int to;
  private final String[] lower;
  private final Tag[] tags;

  Words(Document document, Tags tags, int sentence) {
    this.document = document;
    this.sentence = sentence;
    this.from = document.firstToken(sentence);
    this.to = document.endToken(sentence);
    this.lower = new String[to - from];
    this.tags = new Tag[to - from];
    for (int t = from; t < to; t++) {
      boolean joint = joins(t);
      lower[t - from] = joint ? "-" : document.token(t).toLowerCase(Locale.ROOT);
      this.tags[t - from] = joint ? Tag.HYPH : tags.tag(t);
    }
  }

  /** A dash without blanks joins two names: {@code the Trump–Putin call}. */
  private boolean joins(int t) {
    return document.token(t).equals("–")
        && t > from
        && t + 1 < to
        && document.tokenEnd(t - 1) == document.tokenStart(t)
        && document.tokenEnd(t) == document.tokenStart(t + 1);
  }

  Document document() {
    return document;
  }

  int sentence() {
    return sentence;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Token {@code t} in lower case; an empty string outside the sentence. */
  String lower(int t) {
    return t < from || t >= to ? "" : lower[t - from];
  }

  String written(int t) {
    return document.token(t);
  }

  /** The tag of token {@code t}; a full stop's outside the sentence. */
  Tag tag(int t) {
    return t < from || t >= to ? Tag.PERIOD : tags[t - from];
  }

  void retag(int t, Tag tag) {
    tags[t - from] = tag;
  }

  Span span(int first, int end) {
    return new Span(document.tokenStart(first), document.tokenEnd(end - 1));
  }

  boolean capitalised(int t) {
    return t >= from && t < to && Character.isUpperCase(document.token(t).charAt(0));
  }

  boolean question() {
    for (int t = to - 1; t >= Math.max(from, to - 3); t--) {
      if (lower(t).equals("?")) {
        return true;
      }
    }
    return false;
  }
}
