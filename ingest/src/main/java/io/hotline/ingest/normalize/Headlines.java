package io.hotline.ingest.normalize;

import java.util.ArrayList;
import java.util.List;

/** Puts headline and body together, so that the headline is there exactly once. */
final class Headlines {

  private Headlines() {}

  /**
   * The whole text: headline, empty line, body. Where the body repeats the headline as its first
   * paragraph or first sentence, that one is left out. A headline that is only the cut-off
   * beginning of the first sentence stays as it is, and the sentence too.
   */
  static String compose(String headline, List<String> body) {
    if (headline.isEmpty()) {
      return String.join("\n\n", body);
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(headline);
    if (!body.isEmpty()) {
      String rest = withoutRepeat(headline, body.get(0));
      if (!rest.isEmpty()) {
        paragraphs.add(rest);
      }
      paragraphs.addAll(body.subList(1, body.size()));
    }
    return String.join("\n\n", paragraphs);
  }

  /** What remains of the first paragraph when a repeat of the headline is taken away. */
  private static String withoutRepeat(String headline, String paragraph) {
    int h = 0;
    int p = 0;
    int headlineEnd = endOfWords(headline);
    while (h < headlineEnd) {
      if (!Character.isLetterOrDigit(headline.charAt(h))) {
        h++;
      } else if (p < paragraph.length() && !Character.isLetterOrDigit(paragraph.charAt(p))) {
        p++;
      } else if (p < paragraph.length() && sameLetter(headline.charAt(h), paragraph.charAt(p))) {
        h++;
        p++;
      } else {
        return paragraph;
      }
    }
    if (headlineEnd == 0) {
      return paragraph;
    }
    int end = p;
    while (end < paragraph.length() && isAfterSentence(paragraph.charAt(end))) {
      end++;
    }
    String rest = paragraph.substring(end).strip();
    boolean wholeSentence =
        end > p && end < paragraph.length() && Character.isWhitespace(paragraph.charAt(end));
    boolean ownLine = p < paragraph.length() && paragraph.charAt(p) == '\n';
    return rest.isEmpty() || wholeSentence || ownLine ? rest : paragraph;
  }

  private static int endOfWords(String text) {
    int end = text.length();
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean sameLetter(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }

  private static boolean isAfterSentence(char c) {
    return ".!?\u2026\"'\u201D\u2019\u00BB".indexOf(c) >= 0;
  }
}
