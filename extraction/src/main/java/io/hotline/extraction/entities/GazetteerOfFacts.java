package io.hotline.extraction.entities;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes every phrase of the tables into a gazetteer, and every surname into an index. */
final class GazetteerOfFacts {

  /** States where the family name comes first. */
  private static final Set<String> FAMILY_NAME_FIRST =
      Set.of("CHN", "TWN", "KOR", "PRK", "HKG", "KHM", "VNM");

  private final Facts facts;
  private final Vocabulary vocabulary;
  private final Map<Integer, Set<Person>> surnames;

  GazetteerOfFacts(Facts facts, Vocabulary vocabulary, Map<Integer, Set<Person>> surnames) {
    this.facts = facts;
    this.vocabulary = vocabulary;
    this.surnames = surnames;
  }

  Gazetteer build() {
    Gazetteer.Builder phrases = new Gazetteer.Builder(vocabulary);
    for (Country country : facts.countries.values()) {
      phrases.add(Entry.Kind.COUNTRY, country.name(), country);
      addAll(phrases, Entry.Kind.COUNTRY, country.aliases(), country);
      addAll(phrases, Entry.Kind.ADJECTIVE, country.adjectives(), country);
      addAll(phrases, Entry.Kind.PEOPLE, country.people(), country);
      addAll(phrases, Entry.Kind.CAPITAL, country.capitals(), country);
      addAll(phrases, Entry.Kind.METONYM, country.metonyms(), country);
    }
    for (Institution institution : facts.institutions.values()) {
      phrases.add(Entry.Kind.INSTITUTION, institution.name(), institution);
      addAll(phrases, Entry.Kind.INSTITUTION, institution.aliases(), institution);
    }
    for (Place place : facts.places) {
      phrases.add(Entry.Kind.PLACE, place.name(), place);
    }
    for (Role role : facts.roles.values()) {
      add(phrases, role.name(), role);
      role.aliases().forEach(alias -> add(phrases, alias, role));
    }
    for (Facts.Noun noun : facts.nouns) {
      phrases.add(Entry.Kind.NOUN, noun.singular(), noun);
      if (!noun.plural().isEmpty()) {
        phrases.add(Entry.Kind.NOUNS, noun.plural(), noun);
      }
    }
    for (Person person : facts.persons.values()) {
      surname(person, phrases.add(Entry.Kind.PERSON, person.name(), person), person.name());
      for (String alias : person.aliases()) {
        surname(person, phrases.add(Entry.Kind.PERSON, alias, person), alias);
      }
      withoutInitial(phrases, person);
    }
    return phrases.build();
  }

  /** {@code William Burns} for {@code William J. Burns}. */
  private void withoutInitial(Gazetteer.Builder phrases, Person person) {
    List<String> names = new ArrayList<>(person.aliases());
    names.add(person.name());
    for (String name : names) {
      String[] words = name.split(" ");
      if (words.length == 3 && words[1].length() == 2 && words[1].endsWith(".")) {
        String plain = words[0] + " " + words[2];
        surname(person, phrases.add(Entry.Kind.PERSON, plain, person), plain);
      }
    }
  }

  private static void addAll(
      Gazetteer.Builder phrases, Entry.Kind kind, List<String> names, Object target) {
    for (String name : names) {
      phrases.add(kind, name, target);
    }
  }

  private static void add(Gazetteer.Builder phrases, String phrase, Role role) {
    phrases.add(Entry.Kind.ROLE, phrase, role);
    phrases.add(Entry.Kind.ROLES, plural(phrase), role);
  }

  /** Ministers of defence, secretaries of state, spokeswomen. */
  static String plural(String phrase) {
    for (String link : new String[] {" of ", " to ", " for ", "-in-", "-elect", "-designate"}) {
      int at = phrase.indexOf(link);
      if (at > 0) {
        return plural(phrase.substring(0, at)) + phrase.substring(at);
      }
    }
    if (phrase.endsWith("man")) {
      return phrase.substring(0, phrase.length() - 3) + "men";
    } else if (phrase.endsWith("y") && !phrase.endsWith("ey")) {
      return phrase.substring(0, phrase.length() - 1) + "ies";
    }
    return phrase.endsWith("s") ? phrase + "es" : phrase + "s";
  }

  private void surname(Person person, int[] words, String name) {
    if (words.length == 0) {
      return;
    }
    int last = words.length - 1;
    while (last > 0 && isSuffix(vocabulary.word(words[last]))) {
      last--;
    }
    index(words[last], person);
    if (words.length > 1
        && person.tenures().stream().anyMatch(t -> FAMILY_NAME_FIRST.contains(t.country()))) {
      index(words[0], person);
    }
    String word = vocabulary.word(words[last]);
    if (word.startsWith("al-") || word.startsWith("el-")) {
      index(vocabulary.add(word.substring(3)), person);
    }
  }

  private static boolean isSuffix(String word) {
    return word.equals("jr.")
        || word.equals("jr")
        || word.equals("iii")
        || word.equals("ii")
        || word.equals("sr.");
  }

  private void index(int word, Person person) {
    surnames.computeIfAbsent(word, key -> new LinkedHashSet<>()).add(person);
  }
}
