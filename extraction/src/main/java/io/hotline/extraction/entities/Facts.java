package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables as records, while they are being read. Tables of a user come last: their
 * rows add to what is there, or take the place of the row with the same key.
 */
final class Facts {

  static final List<String> KINDS =
      List.of("person", "country", "institution", "media", "place", "role");

  final Map<String, Country> countries = new LinkedHashMap<>();
  final Map<String, Institution> institutions = new LinkedHashMap<>();
  final List<Place> places = new ArrayList<>();
  final Map<String, Person> persons = new LinkedHashMap<>();
  final Map<String, Role> roles = new LinkedHashMap<>();
  final Map<String, Sex> titles = new LinkedHashMap<>();
  final Map<String, Sex> givenNames = new HashMap<>();
  final List<Noun> nouns = new ArrayList<>();
  final Set<String> singleOffices = new HashSet<>();
  final Map<String, List<String>> words = new LinkedHashMap<>();

  private final Map<String, Role> roleByName = new HashMap<>();
  private final List<String> offices = new ArrayList<>();
  private final Map<String, Table.Row> sectors = new HashMap<>();
  private final CRC32 sum = new CRC32();

  static Facts builtIn() {
    Facts facts = new Facts();
    facts.each(
        "offices.tsv",
        row -> {
          facts.offices.add(row.require("office"));
          if (row.require("single").equals("yes")) {
            facts.singleOffices.add(row.require("office"));
          }
        });
    facts.each("sectors.tsv", row -> facts.sectors.put(row.require("kind"), row));
    facts.each("roles.tsv", facts::role);
    facts.each("countries.tsv", facts::country);
    facts.each("institutions.tsv", row -> facts.institution(row, row.require("kind")));
    facts.each("media.tsv", row -> facts.institution(row, "MEDIA"));
    facts.each("places.tsv", facts::place);
    facts.each("persons.tsv", facts::person);
    facts.each("titles.tsv", row -> facts.titles.put(row.require("title"), Sex.of(row.get("sex"))));
    facts.each("given-names.tsv", facts::givenNames);
    facts.each(
        "nouns.tsv",
        row ->
            facts.nouns.add(
                new Noun(row.require("noun"), row.get("plural"), row.require("class"))));
    facts.each(
        "words.tsv",
        row -> facts.words.put(row.require("class"), List.of(row.require("words").split(" "))));
    return facts;
  }

  /** A common noun that refers to what is named elsewhere; see nouns.tsv. */
  record Noun(String singular, String plural, String kind) {}

  private void each(String file, Consumer<Table.Row> read) {
    add(Table.resource(file), read);
  }

  private void add(Table table, Consumer<Table.Row> read) {
    for (Table.Row row : table.rows()) {
      sum.update(row.toString().getBytes(StandardCharsets.UTF_8));
      read.accept(row);
    }
  }

  /**
   * Adds a user's table, whose column {@code kind} says what each row is.
   *
   * @throws WhosWhoException naming line and field
   */
  void add(Table table) {
    if (!table.columns().contains("kind")) {
      throw table.error("kind", "there is no such column; it says what a row is: " + KINDS);
    }
    add(
        table,
        row -> {
          switch (row.require("kind")) {
            case "person" -> person(row);
            case "country" -> country(row);
            case "institution" ->
                institution(row, row.get("office").isEmpty() ? "ORGANIZATION" : row.get("office"));
            case "media" -> institution(row, "MEDIA");
            case "place" -> place(row);
            case "role" -> role(row);
            default -> throw row.error("kind", "'" + row.get("kind") + "' is none of " + KINDS);
          }
        });
  }

  /** Changes with every change of any row. */
  String version() {
    return Long.toHexString(sum.getValue());
  }

  private void country(Table.Row row) {
    String code = row.require("code");
    String leader = row.get("leader");
    countries.put(
        code,
        new Country(
            code,
            row.get("id"),
            row.require("name"),
            row.list("aliases"),
            row.list("adjectives"),
            row.list("people"),
            row.list("capitals"),
            row.list("metonyms"),
            row.term(),
            row.list("successors"),
            leader.isEmpty() ? "HEAD_OF_STATE" : leader));
  }

  private void institution(Table.Row row, String kind) {
    Table.Row sector = sectors.get(kind);
    if (sector == null) {
      throw row.error("kind", "'" + kind + "' is none of " + sectors.keySet());
    }
    String name = row.require("name");
    String country = row.get("country");
    String id = row.get("id").isEmpty() ? "org:" + slug(name) : row.get("id");
    institutions.put(
        id + "|" + country,
        new Institution(
            id,
            name,
            row.list("aliases"),
            country.isEmpty() ? null : country,
            kind,
            sector.get("sector").isEmpty() ? null : sector.get("sector"),
            sector.get("speaks").equals("yes"),
            row.term()));
  }

  private void place(Table.Row row) {
    String type = row.require("type");
    if (!type.equals("GPE") && !type.equals("LOCATION")) {
      throw row.error("type", "'" + type + "' is neither GPE nor LOCATION");
    }
    String name = row.require("name");
    String country = row.get("country");
    places.add(
        new Place(
            "place:" + slug(name),
            name,
            MentionType.valueOf(type),
            country.isEmpty() ? null : country));
  }

  private void role(Table.Row row) {
    Role role =
        new Role(
            row.require("role"),
            row.list("aliases"),
            row.require("sector"),
            row.get("speaks").equals("yes"),
            row.get("office"));
    roles.put(role.name(), role);
    roleByName.put(role.name(), role);
    for (String alias : role.aliases()) {
      roleByName.putIfAbsent(alias, role);
    }
  }

  private void person(Table.Row row) {
    String name = row.require("name");
    String country = row.get("country");
    String id = row.get("id").isEmpty() ? "person:" + slug(name) : row.get("id");
    Sex sex = Sex.of(row.get("sex"));
    Person person = persons.computeIfAbsent(id, key -> new Person(key, name, sex));
    person.sex(sex);
    person.alias(name);
    for (String alias : row.list("aliases")) {
      person.alias(alias);
    }
    String title = row.require("role").toLowerCase(Locale.ROOT);
    Role role = roleOf(title, row.get("office"));
    if (role == null) {
      throw row.error("role", "'" + title + "' is no known role; name a known one in 'office'");
    }
    String office = row.get("office").isEmpty() ? role.office() : row.get("office");
    int rank = offices.indexOf(office);
    if (rank < 0 && !office.isEmpty()) {
      throw row.error("office", "'" + office + "' is none of " + offices);
    }
    if (country.isEmpty()) {
      throw row.error("country", "is empty");
    }
    person.add(
        new Tenure(
            person, country, office, title, role, row.term(), rank < 0 ? offices.size() : rank));
  }

  private @Nullable Role roleOf(String title, String office) {
    Role role = roleByName.get(title);
    if (role != null) {
      return role;
    }
    int to = title.indexOf(" to ");
    Role general = to < 0 ? null : roleByName.get(title.substring(0, to));
    if (general != null) {
      return general;
    }
    for (Role one : roles.values()) {
      if (!office.isEmpty() && one.office().equals(office)) {
        return one;
      }
    }
    return office.isEmpty() ? null : roleByName.get("official");
  }

  private void givenNames(Table.Row row) {
    Sex sex = Sex.of(row.require("sex"));
    for (String name : row.require("names").split(" ")) {
      givenNames.put(name, sex);
    }
  }

  /** Lower-case ASCII letters, digits and hyphens. */
  static String slug(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = Vocabulary.fold(name.charAt(i));
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c > 127 && Character.isLetter(c)) {
        slug.append(c);
      } else if (slug.length() > 0 && slug.charAt(slug.length() - 1) != '-' && c != '\'') {
        slug.append('-');
      }
    }
    int length = slug.length();
    return length > 0 && slug.charAt(length - 1) == '-'
        ? slug.substring(0, length - 1)
        : slug.toString();
  }
}
