package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All the words the events are read by. Immutable once loaded. */
final class Lexicon {

  /** What takes back a report, in a sentence after it. */
  private static final Set<Operator> RETRACTING =
      EnumSet.of(Operator.DENY, Operator.DISAVOW, Operator.UNTRUE, Operator.TRUE, Operator.REFUSE);

  /** What says that something did not happen, or is not so. */
  private static final Set<Operator> DENYING =
      EnumSet.of(
          Operator.DENY,
          Operator.DISAVOW,
          Operator.UNTRUE,
          Operator.REFUSE,
          Operator.FAIL,
          Operator.CANCEL,
          Operator.CANCELLED);

  /**
   * A word that makes something of the contact in its complement.
   *
   * @param rest the words that must follow the first one, such as {@code off} in {@code call off}
   */
  record OperatorEntry(String lemma, List<String> rest, Operator operator) {}

  /** Words in a row, and what they mean. */
  record Phrase(List<String> words, String meaning) {
    boolean standsAt(Words sentence, int t) {
      for (int k = 0; k < words.size(); k++) {
        if (!sentence.lower(t + k).equals(words.get(k))) {
          return false;
        }
      }
      return true;
    }
  }

  /** A word before a trigger noun. */
  record Modifier(String kind, String value) {}

  /** A noun that names somebody who acts in politics. */
  record Actor(String noun, @Nullable String sector, boolean forState) {}

  private final Map<String, List<Trigger>> verbTriggers = new HashMap<>();
  private final Map<String, List<Trigger>> nounTriggers = new HashMap<>();
  private final Map<String, List<OperatorEntry>> verbOperators = new HashMap<>();
  private final Map<String, List<OperatorEntry>> nounOperators = new HashMap<>();
  private final Map<String, List<OperatorEntry>> adjectiveOperators = new HashMap<>();
  private final Map<String, String> verbLemmas = new HashMap<>();
  private final Map<String, String> nounLemmas = new HashMap<>();
  private final Map<String, Modifier> modifiers = new HashMap<>();
  private final Map<String, Actor> actors = new HashMap<>();
  private final Set<String> privateNouns = new HashSet<>();
  private final Set<String> sport = new HashSet<>();
  private final Map<String, Set<String>> metaphors = new HashMap<>();
  private final Map<String, String> settings = new HashMap<>();
  private final Map<String, Set<String>> classes = new HashMap<>();
  private final Set<String> timeWords = new HashSet<>();
  private final List<Phrase> idioms = new ArrayList<>();

  /** Formats of talks, by the word before them. */
  private final Map<String, List<String>> formats = new HashMap<>();

  /** Offices that one state alone has: words, country. */
  private final List<Phrase> offices = new ArrayList<>();

  private Lexicon(Morphology morphology) {
    for (String[] row : Tables.rows("grammar.tsv", 2)) {
      classes.put(row[0], new HashSet<>(List.of(row[1].split(" +"))));
    }
    for (String[] row : Tables.rows("irregular.tsv", 3)) {
      lemma(verbLemmas, row[0], morphology.verbForms(row[0]));
    }
    for (String[] row : Tables.rows("triggers.tsv", 6)) {
      trigger(morphology, row);
    }
    for (String[] row : Tables.rows("operators.tsv", 3)) {
      operator(morphology, row);
    }
    for (String[] row : Tables.rows("modifiers.tsv", 3)) {
      modifiers.put(row[0].toLowerCase(Locale.ROOT), new Modifier(row[1], row[2]));
    }
    for (String[] row : Tables.rows("actors.tsv", 3)) {
      Actor actor = new Actor(row[0], row[1].equals("-") ? null : row[1], row[2].equals("yes"));
      for (String form : morphology.nounForms(row[0])) {
        actors.put(form, actor);
      }
      lemma(nounLemmas, row[0], morphology.nounForms(row[0]));
    }
    for (String[] row : Tables.rows("private.tsv", 1)) {
      privateNouns.addAll(morphology.nounForms(row[0]));
    }
    for (String[] row : Tables.rows("sport.tsv", 1)) {
      sport.add(row[0]);
    }
    for (String[] row : Tables.rows("metaphor.tsv", 2)) {
      Set<String> words = metaphors.computeIfAbsent(row[0], k -> new HashSet<>());
      for (String word : row[1].split(" +")) {
        words.addAll(morphology.nounForms(word));
      }
    }
    for (String[] row : Tables.rows("halt-context.tsv", 2)) {
      settings.put(row[0], row[1]);
    }
    for (String[] row : Tables.rows("time-words.tsv", 3)) {
      if (Set.of("weekday", "month", "day", "unit", "season").contains(row[1])) {
        timeWords.add(row[0]);
      }
    }
    timeWords.remove("may");
    timeWords.remove("march");
    for (String[] row : Tables.rows("formats.tsv", 2)) {
      formats.put(row[0], List.of(row[1].split(" ")));
    }
    for (String[] row : Tables.rows("offices.tsv", 2)) {
      offices.add(new Phrase(List.of(row[0].split(" ")), row[1]));
    }
    for (String[] row : Tables.rows("idioms.tsv", 2)) {
      idioms.add(new Phrase(List.of(row[0].split(" ")), row[1]));
    }
  }

  static Lexicon load() {
    return new Lexicon(Morphology.load());
  }

  private static void lemma(Map<String, String> lemmas, String lemma, Collection<String> forms) {
    for (String form : forms) {
      lemmas.putIfAbsent(form, lemma);
    }
  }

  private void trigger(Morphology morphology, String[] row) {
    if (row[4].equals("none") || row[5].equals("none")) {
      return;
    }
    String[] words = row[0].split(" ");
    boolean verb = row[1].equals("V");
    Trigger trigger =
        new Trigger(
            row[0],
            verb,
            List.of(words).subList(verb ? 1 : 0, verb ? words.length : words.length - 1),
            EventMode.valueOf(row[2]),
            row[3],
            Frame.valueOf(row[4].toUpperCase(Locale.ROOT)),
            row[5].equals("strong"),
            row.length > 6 ? Operator.valueOf(row[6]) : null);
    String key = verb ? words[0] : words[words.length - 1];
    Set<String> forms = verb ? morphology.verbForms(key) : morphology.nounForms(key);
    lemma(verb ? verbLemmas : nounLemmas, key, forms);
    Map<String, List<Trigger>> into = verb ? verbTriggers : nounTriggers;
    for (String form : forms) {
      List<Trigger> entries = into.computeIfAbsent(form, k -> new ArrayList<>());
      entries.add(words.length > 1 ? 0 : entries.size(), trigger);
    }
  }

  private void operator(Morphology morphology, String[] row) {
    String[] words = row[0].split(" ");
    OperatorEntry entry =
        new OperatorEntry(
            row[0], List.of(words).subList(1, words.length), Operator.valueOf(row[2]));
    Map<String, List<OperatorEntry>> into =
        switch (row[1]) {
          case "V" -> verbOperators;
          case "N" -> nounOperators;
          default -> adjectiveOperators;
        };
    Set<String> forms =
        switch (row[1]) {
          case "V" -> morphology.verbForms(words[0]);
          case "N" -> morphology.nounForms(words[0]);
          default -> Set.of(words[0]);
        };
    if (row[1].equals("V")) {
      lemma(verbLemmas, words[0], forms);
    } else if (row[1].equals("N")) {
      lemma(nounLemmas, words[0], forms);
    }
    for (String form : forms) {
      List<OperatorEntry> entries = into.computeIfAbsent(form, k -> new ArrayList<>());
      entries.add(words.length > 1 ? 0 : entries.size(), entry);
    }
  }

  boolean isTriggerForm(String lower) {
    return verbTriggers.containsKey(lower) || nounTriggers.containsKey(lower);
  }

  /** Whether a sentence is worth reading for a word: {@code go} and the like say too little. */
  boolean mayTrigger(String lower) {
    return lower.length() >= 3 && isTriggerForm(lower);
  }

  /** Whether a sentence has a word that can take back a report. */
  boolean mayRetract(Document document, int sentence) {
    for (int t = document.firstToken(sentence); t < document.endToken(sentence); t++) {
      String lower = document.token(t).toLowerCase(Locale.ROOT);
      if (is("fiction", lower)
          || is("retract-verb", verbLemma(lower))
          || hasAny(verbOperators(lower), RETRACTING)
          || hasAny(adjectiveOperators(lower), RETRACTING)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word can say that something did not happen, or is not so. */
  boolean mayDeny(String lower) {
    return is("negator", lower)
        || is("negative-adverb", lower)
        || is("denial-sign", lower)
        || is("fiction", lower)
        || hasAny(verbOperators(lower), DENYING)
        || hasAny(nounOperators(lower), DENYING)
        || hasAny(adjectiveOperators(lower), DENYING);
  }

  /** Whether a word alone, without others beside it, is one of these operators. */
  private static boolean hasAny(List<OperatorEntry> entries, Set<Operator> operators) {
    for (OperatorEntry entry : entries) {
      if (entry.rest().isEmpty() && operators.contains(entry.operator())) {
        return true;
      }
    }
    return false;
  }

  List<Trigger> verbTriggers(String lower) {
    return verbTriggers.getOrDefault(lower, List.of());
  }

  List<Trigger> nounTriggers(String lower) {
    return nounTriggers.getOrDefault(lower, List.of());
  }

  List<OperatorEntry> verbOperators(String lower) {
    return verbOperators.getOrDefault(lower, List.of());
  }

  /** Whether a verb tells something. */
  boolean reports(String lower) {
    if (is("telling-verb", lower)) {
      return true;
    }
    for (OperatorEntry entry : verbOperators(lower)) {
      if (entry.operator() == Operator.REPORT) {
        return true;
      }
    }
    return false;
  }

  List<OperatorEntry> nounOperators(String lower) {
    return nounOperators.getOrDefault(lower, List.of());
  }

  List<OperatorEntry> adjectiveOperators(String lower) {
    return adjectiveOperators.getOrDefault(lower, List.of());
  }

  /** The lemma of a verb form the tables know; the form itself otherwise. */
  String verbLemma(String lower) {
    return verbLemmas.getOrDefault(lower, lower);
  }

  boolean isKnownVerb(String lower) {
    return verbLemmas.containsKey(lower);
  }

  @Nullable Modifier modifier(String lower) {
    return modifiers.get(lower);
  }

  @Nullable Actor actor(String lower) {
    return actors.get(lower);
  }

  boolean isPrivate(String lower) {
    return privateNouns.contains(lower);
  }

  boolean isSport(String lower) {
    return sport.contains(lower);
  }

  /** Whether {@code word} after or under a trigger makes it mean something else. */
  boolean isMetaphor(String lemma, String word) {
    return metaphors.getOrDefault(lemma, Set.of()).contains(word);
  }

  /** What kind of occasion a word before a trigger makes of it; null if none in particular. */
  @Nullable String setting(String lower) {
    return settings.get(lower);
  }

  /** Whether a word is in one of the closed classes of {@code grammar.tsv}. */
  boolean is(String wordClass, String lower) {
    return classes.getOrDefault(wordClass, Set.of()).contains(lower);
  }

  /** A day, week, month or the like. */
  boolean isTimeWord(String lower) {
    return timeWords.contains(lower);
  }

  /** The state whose office the tokens name; null if they name none, or one that many have. */
  @Nullable String office(Words words, int from, int to) {
    for (Phrase office : offices) {
      for (int t = from; t + office.words().size() <= to; t++) {
        if (office.standsAt(words, t)) {
          return office.meaning();
        }
      }
    }
    return null;
  }

  /** The states in a format of talks that the tokens name, such as {@code six-party}. */
  List<String> format(Words words, int from, int to) {
    for (int t = from; t < to; t++) {
      String joined =
          words.lower(t + 1).equals("-")
              ? words.lower(t) + "-" + words.lower(t + 2)
              : words.lower(t);
      List<String> states = formats.get(joined);
      if (states != null) {
        return states;
      }
    }
    return List.of();
  }

  /** Fixed phrases, each with its operator. */
  List<Phrase> idioms() {
    return idioms;
  }
}
