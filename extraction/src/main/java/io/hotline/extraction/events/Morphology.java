package io.hotline.extraction.events;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Inflects English verbs and nouns: by rule, but for a table of irregular ones. */
final class Morphology {

  private final Map<String, String[]> irregular;

  private Morphology(Map<String, String[]> irregular) {
    this.irregular = irregular;
  }

  static Morphology load() {
    Map<String, String[]> rows = new HashMap<>();
    for (String[] row : Tables.rows("irregular.tsv", 3)) {
      rows.put(row[0], row);
    }
    return new Morphology(Map.copyOf(rows));
  }

  /** All forms of a verb, itself among them. */
  Set<String> verbForms(String lemma) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(lemma);
    forms.add(withS(lemma));
    String[] row = irregular.get(lemma);
    if (row == null) {
      forms.add(stem(lemma) + (lemma.endsWith("e") ? "d" : endsConsonantY(lemma) ? "" : "ed"));
      if (endsConsonantY(lemma)) {
        forms.add(lemma.substring(0, lemma.length() - 1) + "ied");
      }
    } else {
      for (int i = 1; i < row.length; i++) {
        forms.addAll(List.of(row[i].split(" ")));
      }
    }
    forms.add((lemma.endsWith("e") && !lemma.endsWith("ee") ? cut(lemma) : lemma) + "ing");
    return forms;
  }

  /** Singular and plural. */
  Set<String> nounForms(String lemma) {
    return lemma.endsWith("man")
        ? Set.of(lemma, lemma.substring(0, lemma.length() - 2) + "en")
        : Set.of(lemma, withS(lemma));
  }

  private static String withS(String word) {
    if (word.endsWith("s") || word.endsWith("sh") || word.endsWith("ch") || word.endsWith("x")) {
      return word + "es";
    }
    return endsConsonantY(word) ? cut(word) + "ies" : word + "s";
  }

  private static String stem(String lemma) {
    return lemma;
  }

  private static String cut(String word) {
    return word.substring(0, word.length() - 1);
  }

  private static boolean endsConsonantY(String word) {
    int n = word.length();
    return n > 1 && word.charAt(n - 1) == 'y' && "aeiou".indexOf(word.charAt(n - 2)) < 0;
  }
}
