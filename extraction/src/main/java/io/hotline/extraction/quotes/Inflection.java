package io.hotline.extraction.quotes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The forms of English verbs and nouns, by rule; verbs that break the rules are in a table. */
final class Inflection {

  /** Past, participle and present participle of verbs the rules get wrong. */
  private final Map<String, List<String>> irregular;

  Inflection(Map<String, List<String>> irregular) {
    this.irregular = Map.copyOf(irregular);
  }

  static Inflection load() {
    Map<String, List<String>> table = new java.util.HashMap<>();
    for (String[] row : QuoteResource.rows("irregular-verbs.tsv")) {
      table.put(row[0], List.of(row[1].split("\\|")));
    }
    return new Inflection(table);
  }

  /** Every form of a verb, the base form first. */
  List<String> verb(String base) {
    List<String> forms = new ArrayList<>();
    forms.add(base);
    forms.add(thirdPerson(base));
    List<String> own = irregular.get(base);
    if (own != null) {
      forms.addAll(own);
      if (own.stream().noneMatch(form -> form.endsWith("ing"))) {
        forms.add(participle(base));
      }
      return forms;
    }
    forms.add(past(base));
    forms.add(participle(base));
    if (base.endsWith("el") || base.endsWith("al")) {
      forms.add(base + "led"); // signalled beside signaled
      forms.add(base + "ling");
    }
    return forms;
  }

  /** Singular and plural. */
  List<String> noun(String base) {
    return List.of(base, thirdPerson(base));
  }

  private static String thirdPerson(String base) {
    if (base.endsWith("y") && base.length() > 1 && !isVowel(base.charAt(base.length() - 2))) {
      return base.substring(0, base.length() - 1) + "ies";
    }
    boolean hisses =
        base.endsWith("s")
            || base.endsWith("x")
            || base.endsWith("z")
            || base.endsWith("ch")
            || base.endsWith("sh")
            || base.endsWith("go")
            || base.endsWith("veto")
            || base.endsWith("echo");
    return base + (hisses ? "es" : "s");
  }

  private static String past(String base) {
    if (base.endsWith("e")) {
      return base + "d";
    }
    if (base.endsWith("y") && base.length() > 1 && !isVowel(base.charAt(base.length() - 2))) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    return (doubles(base) ? base + base.charAt(base.length() - 1) : base) + "ed";
  }

  private static String participle(String base) {
    if (base.endsWith("ie")) {
      return base.substring(0, base.length() - 2) + "ying";
    }
    if (base.endsWith("e") && !base.endsWith("ee") && !base.endsWith("oe") && base.length() > 2) {
      return base.substring(0, base.length() - 1) + "ing";
    }
    return (doubles(base) ? base + base.charAt(base.length() - 1) : base) + "ing";
  }

  /** Whether a verb of one syllable doubles its last letter: {@code rap}, {@code rapped}. */
  private static boolean doubles(String base) {
    int n = base.length();
    if (n < 3) {
      return false;
    }
    char last = base.charAt(n - 1);
    if (isVowel(last) || last == 'w' || last == 'x' || last == 'y') {
      return false;
    }
    int vowels = 0;
    for (int i = 0; i < n; i++) {
      if (isVowel(base.charAt(i))
          && !(base.charAt(i) == 'u' && i > 0 && base.charAt(i - 1) == 'q')) {
        vowels++;
      }
    }
    return vowels == 1 && isVowel(base.charAt(n - 2));
  }

  private static boolean isVowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }
}
