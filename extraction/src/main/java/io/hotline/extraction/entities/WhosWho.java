package io.hotline.extraction.entities;

import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is who among states: countries and former states with the time they existed, their organs,
 * and who held which office when. Loaded from tables, which a user can add to and override.
 *
 * <p>Immutable once loaded, and safe for use by any number of threads.
 */
public final class WhosWho {

  private static final Person[] NOBODY = {};

  private final Facts facts;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Gazetteer gazetteer;
  private final Map<String, List<Tenure>> tenures = new HashMap<>();
  private final Map<String, Set<Person>> personsByName = new HashMap<>();
  private final Map<String, List<Country>> countriesByName = new HashMap<>();
  private final Map<String, List<Institution>> institutionsByName = new HashMap<>();
  private final Map<String, Country> predecessors = new HashMap<>();
  private final Map<String, Institution> organs = new HashMap<>();
  private final Person[][] bySurname;

  private WhosWho(Facts facts) {
    this.facts = facts;
    for (Table.Row row : Table.resource("spellings.tsv").rows()) {
      String[] spellings = row.get("spellings").split(" ");
      for (int i = 1; i < spellings.length; i++) {
        vocabulary.alias(spellings[0], spellings[i]);
      }
    }
    Map<Integer, Set<Person>> surnames = new HashMap<>();
    this.gazetteer = new GazetteerOfFacts(facts, vocabulary, surnames).build();
    facts.words.forEach(
        (name, words) ->
            words.forEach(word -> vocabulary.mark(vocabulary.add(word), Trait.bit(name))));
    facts.titles.forEach(this::title);
    facts.givenNames.forEach(this::givenName);
    this.bySurname = new Person[vocabulary.size()][];
    surnames.forEach((word, persons) -> bySurname[word] = persons.toArray(NOBODY));
    facts.countries.values().forEach(this::index);
    facts.institutions.values().forEach(this::index);
    facts.persons.values().forEach(this::index);
    tenures.values().forEach(list -> list.sort(Comparator.comparing(WhosWho::start)));
  }

  /** Loads the tables in the jar. */
  public static WhosWho load() {
    return new WhosWho(Facts.builtIn());
  }

  /**
   * Loads the tables in the jar, and a user's table after them: tab-separated, {@code |} between
   * the values of a cell, the first line the names of columns: {@code kind} (person, country,
   * institution, media, place or role), and as the kind needs it {@code name}, {@code aliases},
   * {@code id}, {@code country}, {@code role}, {@code office}, {@code from}, {@code to}, {@code
   * sex}. A person's row with country, role and {@code from} of one that is there takes its place.
   *
   * @param name what messages call the table, for example its file name
   * @throws WhosWhoException naming line and field, if a row cannot be used
   * @throws IOException if the reader fails
   */
  public static WhosWho load(Reader extra, String name) throws IOException {
    Facts facts = Facts.builtIn();
    facts.add(Table.read(extra, name));
    return new WhosWho(facts);
  }

  private static LocalDate start(Tenure tenure) {
    LocalDate from = tenure.term().from();
    return from == null ? LocalDate.MIN : from;
  }

  private void title(String title, Sex sex) {
    int word = vocabulary.add(title);
    vocabulary.mark(word, Trait.TITLE);
    if (sex != Sex.UNKNOWN) {
      vocabulary.mark(word, sex == Sex.MALE ? Trait.TITLE_MALE : Trait.TITLE_FEMALE);
    }
  }

  private void givenName(String name, Sex sex) {
    int word = vocabulary.add(name);
    vocabulary.mark(word, Trait.GIVEN);
    if (sex != Sex.UNKNOWN) {
      vocabulary.mark(word, sex == Sex.MALE ? Trait.GIVEN_MALE : Trait.GIVEN_FEMALE);
    }
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      key.append(Vocabulary.fold(name.charAt(i)));
    }
    return key.toString();
  }

  private void index(Country country) {
    List<String> names = new ArrayList<>(country.aliases());
    names.add(country.name());
    names.addAll(country.adjectives());
    names.addAll(country.people());
    for (String name : names) {
      countriesByName.computeIfAbsent(key(name), k -> new ArrayList<>()).add(country);
    }
    for (String successor : country.successors()) {
      predecessors.put(successor, country);
    }
  }

  private void index(Institution institution) {
    List<String> names = new ArrayList<>(institution.aliases());
    names.add(institution.name());
    for (String name : names) {
      institutionsByName
          .computeIfAbsent(
              key(name.startsWith("?") ? name.substring(1) : name), k -> new ArrayList<>())
          .add(institution);
    }
    if (institution.country() != null) {
      organs.putIfAbsent(institution.country() + "|" + institution.kind(), institution);
    }
  }

  private void index(Person person) {
    List<String> names = new ArrayList<>(person.aliases());
    names.add(person.name());
    for (String name : names) {
      personsByName.computeIfAbsent(key(name), k -> new LinkedHashSet<>()).add(person);
    }
    for (Tenure tenure : person.tenures()) {
      tenures.computeIfAbsent(tenure.country(), k -> new ArrayList<>()).add(tenure);
    }
  }

  /** Changes whenever any row of any table does. */
  public String version() {
    return facts.version();
  }

  /** The state with an ISO 3166-1 alpha-3 or former state's code. */
  public @Nullable Country country(String code) {
    return facts.countries.get(code);
  }

  /**
   * The state that a name, an adjective of nationality or a noun for its people means on a day:
   * {@code Russia} of 1987 is the Soviet Union.
   */
  public @Nullable Country countryNamed(String name, LocalDate day) {
    List<Country> countries = countriesByName.getOrDefault(key(name), List.of());
    for (Country country : countries) {
      if (country.term().contains(day)) {
        return country;
      }
    }
    return countries.isEmpty() ? null : stateAt(countries.get(0), day);
  }

  /** The state that spoke for a country on a day: itself, or the one it then belonged to. */
  public Country stateAt(Country country, LocalDate day) {
    if (!country.term().begunBy(day)) {
      Country predecessor = predecessors.get(country.code());
      if (predecessor != null && predecessor.term().contains(day)) {
        return predecessor;
      }
    }
    return country;
  }

  /** Everybody with this full name or alias, without regard to case and accents. */
  public List<Person> persons(String name) {
    return List.copyOf(personsByName.getOrDefault(key(name), Set.of()));
  }

  /** Every institution with this name, alias or acronym. */
  public List<Institution> institutions(String name) {
    return institutionsByName.getOrDefault(key(name), List.of()).stream().distinct().toList();
  }

  /** The organ of a kind ({@code MFA}, {@code MOD}, ...) of a state. */
  public @Nullable Institution organ(String country, String kind) {
    return organs.get(country + "|" + kind);
  }

  /**
   * Who holds an office on a day. Where an office passed on that day, the new holder.
   *
   * @param country code of the state or organization
   * @param role as a text says it: {@code president}, {@code foreign minister}, {@code leader}
   */
  public @Nullable Tenure holder(String country, String role, LocalDate day) {
    Role known = facts.roles.get(role);
    List<Tenure> found = holders(country, known, role, day);
    return found.isEmpty() ? null : found.get(found.size() - 1);
  }

  /** Everybody who holds an office on a day, in order of taking it; only what is certain. */
  List<Tenure> holders(String country, @Nullable Role role, String title, LocalDate day) {
    List<Tenure> titled = new ArrayList<>(2);
    List<Tenure> named = new ArrayList<>(2);
    List<Tenure> office = new ArrayList<>(2);
    boolean leader = role != null && role.office().equals("LEADER");
    Country state = leader ? country(country) : null;
    String kind = leader ? state == null ? "IGO_HEAD" : state.leader() : "";
    for (Tenure tenure : tenures.getOrDefault(country, List.of())) {
      if (!tenure.term().contains(day)) {
        continue;
      }
      if (tenure.title().equals(title)) {
        titled.add(tenure);
      } else if (role != null && tenure.role().name().equals(role.name())) {
        named.add(tenure);
      } else if (leader && tenure.office().equals(kind) || role != null && isHeadOf(role, tenure)) {
        office.add(tenure);
      }
    }
    return titled.isEmpty() ? named.isEmpty() ? leading(office) : named : titled;
  }

  /** A foreign minister by another name: the secretary of state, the foreign secretary. */
  static boolean isHeadOf(Role role, Tenure tenure) {
    return tenure.office().equals(role.office())
        && (role.office().equals("FOREIGN_MINISTER") || role.office().equals("DEFENCE_MINISTER"));
  }

  /** Of several leaders, the party's first: Gorbachev, not Gromyko, led the Soviet Union. */
  private static List<Tenure> leading(List<Tenure> found) {
    for (Tenure tenure : found) {
      if (tenure.role().name().equals("general secretary")) {
        return List.of(tenure);
      }
    }
    return found;
  }

  /** Codes that office-holders serve and no state or institution has. */
  Set<String> unknownCountries() {
    Set<String> known = new HashSet<>(facts.countries.keySet());
    facts.institutions.values().stream()
        .map(Institution::country)
        .filter(Objects::nonNull)
        .forEach(known::add);
    Set<String> unknown = new TreeSet<>(tenures.keySet());
    unknown.removeAll(known);
    return unknown;
  }

  /** Whether a state has one office of the kind at a time. */
  boolean isSingle(String office) {
    return facts.singleOffices.contains(office);
  }

  /** The role of this name, if there is one in the tables. */
  @Nullable Role role(String name) {
    return facts.roles.get(name);
  }

  /** Everybody with this surname, by the number of the word. */
  Person[] bySurname(int word) {
    return word < 0 || word >= bySurname.length || bySurname[word] == null
        ? NOBODY
        : bySurname[word];
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Gazetteer gazetteer() {
    return gazetteer;
  }
}
