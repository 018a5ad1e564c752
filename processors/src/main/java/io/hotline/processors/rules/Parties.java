package io.hotline.processors.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a rule may name as a party, from the JDK's list of countries and {@code parties.tsv}. */
final class Parties {

  private static final Pattern ENTITY = Pattern.compile("Q[1-9]\\d*");
  private static final Pattern ROLE = Pattern.compile("(\\p{L}[\\p{L}' -]*) of (\\S+)");

  private static final int LONGEST_CODE = 4;

  private final Set<String> codes = new LinkedHashSet<>();
  private final Map<String, List<String>> members = new HashMap<>();

  /** Codes by English names, in lower case. */
  private final Map<String, String> names = new HashMap<>();

  private Parties() {
    codes.addAll(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3));
    for (String two : Locale.getISOCountries()) {
      Locale country = new Locale("", two);
      names.put(
          country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT),
          country.getISO3Country());
    }
  }

  static Parties load() {
    Parties parties = new Parties();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Parties.class.getResourceAsStream("parties.tsv"), "parties.tsv"),
                StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(parties::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parties;
  }

  private void add(String[] cells) {
    codes.add(cells[0]);
    names.put(cells[2].replaceFirst(" \\(.*", "").toLowerCase(Locale.ROOT), cells[0]);
    if (!cells[3].isEmpty()) {
      members.put(cells[0], List.of(cells[3].split("\\|")));
    }
  }

  /**
   * What the word stands for; empty if it is neither a code, a group, a role of one of them ({@code
   * foreign minister of RUS}) nor an entity's id.
   */
  Optional<PartyTerm> term(String written) {
    String word = written.strip();
    if (ENTITY.matcher(word).matches()) {
      return Optional.of(new PartyTerm(word, Set.of(word), null));
    }
    Matcher role = ROLE.matcher(word);
    if (role.matches()) {
      return meant(role.group(2))
          .map(meant -> new PartyTerm(word, meant, role.group(1).toLowerCase(Locale.ROOT)));
    }
    return meant(word).map(meant -> new PartyTerm(word, meant, null));
  }

  private Optional<Set<String>> meant(String word) {
    if (!codes.contains(word)) {
      return Optional.empty();
    }
    Set<String> meant = new LinkedHashSet<>();
    List<String> open = new ArrayList<>(List.of(word));
    while (!open.isEmpty()) {
      String code = open.remove(open.size() - 1);
      if (meant.add(code)) {
        open.addAll(members.getOrDefault(code, List.of()));
      }
    }
    return Optional.of(meant);
  }

  /**
   * The code that was probably meant, for messages: by its name ({@code Russia}) or its letters.
   */
  String hint(String written) {
    Matcher role = ROLE.matcher(written.strip());
    String word = role.matches() ? role.group(2) : written.strip();
    String named = names.get(word.toLowerCase(Locale.ROOT));
    if (named != null) {
      return Spelling.question(named);
    }
    return (word.length() <= LONGEST_CODE ? Spelling.nearest(word, codes) : nearestName(word))
        .map(Spelling::question)
        .orElse("");
  }

  private Optional<String> nearestName(String word) {
    return Spelling.nearest(word, names.keySet()).map(names::get);
  }

  /** The names of the groups, for messages. */
  List<String> groups() {
    return members.keySet().stream().sorted().toList();
  }
}
