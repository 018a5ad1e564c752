package io.hotline.extraction.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes documents of single sentences: those that share a rare capitalised word are put together,
 * so that the learner sees names come again, as they do in a real document.
 */
final class Grouping {

  private static final int MAX_SENTENCES = 12;

  private Grouping() {}

  /** The texts of more than one sentence as they are, and the others as documents. */
  static List<LabelledText> byName(List<LabelledText> texts) {
    Map<String, Integer> counts = new HashMap<>();
    for (LabelledText text : texts) {
      for (int t = 1; t < text.tokenCount(); t++) {
        counts.merge(text.cell(t, 0), 1, Integer::sum);
      }
    }
    List<LabelledText> documents = new ArrayList<>();
    Map<String, List<LabelledText>> groups = new TreeMap<>();
    for (LabelledText text : texts) {
      if (text.sentenceCount() > 1) {
        documents.add(text);
      } else {
        groups.computeIfAbsent(rarest(text, counts), name -> new ArrayList<>()).add(text);
      }
    }
    for (List<LabelledText> group : groups.values()) {
      for (int i = 0; i < group.size(); i += MAX_SENTENCES) {
        documents.add(join(group.subList(i, Math.min(group.size(), i + MAX_SENTENCES))));
      }
    }
    return documents;
  }

  /** The capitalised word inside the text that comes in the fewest texts, but in two at least. */
  private static String rarest(LabelledText text, Map<String, Integer> counts) {
    String rarest = "";
    int least = Integer.MAX_VALUE;
    for (int t = 1; t < text.tokenCount(); t++) {
      String word = text.cell(t, 0);
      int count = counts.getOrDefault(word, 0);
      if (word.length() > 3
          && Character.isUpperCase(word.charAt(0))
          && count > 1
          && count < least) {
        rarest = word;
        least = count;
      }
    }
    return rarest;
  }

  private static LabelledText join(List<LabelledText> texts) {
    List<List<String[]>> sentences = new ArrayList<>();
    for (LabelledText text : texts) {
      sentences.add(text.columns());
    }
    return LabelledText.of(sentences);
  }
}
