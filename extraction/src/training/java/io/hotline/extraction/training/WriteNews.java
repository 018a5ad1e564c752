package io.hotline.extraction.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes news of names that are known, to learn from: fills the patterns of {@code news.txt} with
 * names of the fact tables and of the teacher's gazetteers. The plain text we may learn from is
 * encyclopedic; this adds how news puts names, sources and speech.
 */
final class WriteNews {

  private static final String GAZETTEER = "en-named-entity-gazetteers-simplified.xz";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final Pattern SLOT = Pattern.compile("\\{(=?[A-Z])(\\d?)(?::([^}]*))?\\}");
  private static final Pattern PLAIN = Pattern.compile("[A-Z][A-Za-z'.\u00c0-\u024f-]+");
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "Sept.",
          "October",
          "Nov.",
          "Dec.");
  private static final List<String> STATES =
      List.of(
          "Ohio", "Texas", "Calif.", "N.Y.", "Iowa", "Vt.", "Maine", "Florida", "Ariz.", "Georgia",
          "Mass.", "Utah", "W.Va.", "Pa.");
  private static final List<String> AGENCIES =
      List.of(
          "Reuters",
          "AP",
          "AFP",
          "TASS",
          "Interfax",
          "CNN",
          "BBC",
          "Bloomberg",
          "Xinhua",
          "Kommersant",
          "The New York Times",
          "The Washington Post",
          "the Financial Times",
          "Politico",
          "Fox News",
          "NBC",
          "Axios",
          "Der Spiegel",
          "the Guardian",
          "RIA Novosti");

  private final Random random = new Random(11);
  private final List<String> persons = new ArrayList<>();
  private final List<String> officials = new ArrayList<>();
  private final List<String> organizations = new ArrayList<>();
  private final List<String> institutions = new ArrayList<>();
  private final List<String> cities = new ArrayList<>();
  private final List<Map<String, String>> countries = new ArrayList<>();

  private WriteNews() {}

  /** Arguments: the file to write, how many documents, and the folder of the fact tables. */
  public static void main(String[] args) throws IOException {
    WriteNews news = new WriteNews();
    news.load(Path.of(args[2]));
    List<String> patterns = patterns();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0])))) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        out.println(news.write(i, patterns.get(i % patterns.size())));
      }
    }
  }

  private static List<String> patterns() throws IOException {
    try (InputStream in = WriteNews.class.getResourceAsStream("news.txt")) {
      if (in == null) {
        throw new IOException("news.txt is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .toList();
    }
  }

  private void load(Path facts) throws IOException {
    for (Map<String, String> row : FactTable.read(facts.resolve("officeholders.tsv"))) {
      officials.add(row.getOrDefault("person", ""));
    }
    for (Map<String, String> row : FactTable.read(facts.resolve("institutions.tsv"))) {
      institutions.add(row.getOrDefault("name", ""));
      institutions.addAll(values(row, "aliases"));
    }
    for (Map<String, String> row : FactTable.read(facts.resolve("countries.tsv"))) {
      if (!values(row, "demonyms").isEmpty()) {
        countries.add(row);
        cities.addAll(values(row, "capital"));
      }
    }
    int capitals = cities.size();
    PrefixTree<String, Set<String>> tree = TeacherLexicon.read(GAZETTEER);
    walk(tree.getRoot(), "");
    organizations.sort(null);
    persons.sort(null);
    cities.subList(capitals, cities.size()).sort(null);
    institutions.removeIf(name -> name.length() < 2 || !Character.isUpperCase(name.charAt(0)));
  }

  private static List<String> values(Map<String, String> row, String column) {
    String cell = row.getOrDefault(column, "");
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
  }

  private void walk(PrefixNode<String, Set<String>> node, String phrase) {
    Set<String> lists = node.getValue();
    if (lists != null) {
      int words = phrase.split(" ").length;
      boolean plain = List.of(phrase.split(" ")).stream().allMatch(w -> PLAIN.matcher(w).matches());
      if (plain && lists.equals(Set.of("14")) && words >= 2 && words <= 3) {
        persons.add(phrase);
      } else if (lists.equals(Set.of("13")) && words >= 2 && words <= 5 && organization(phrase)) {
        organizations.add(phrase);
      } else if (plain && lists.contains("6") && !phrase.endsWith(".") && !lists.contains("4")) {
        cities.add(phrase);
      }
    }
    for (Map.Entry<String, PrefixNode<String, Set<String>>> next : node.entrySet()) {
      walk(next.getValue(), phrase.isEmpty() ? next.getKey() : phrase + " " + next.getKey());
    }
  }

  /** Whether a phrase of the noisy list of organizations reads like one. */
  private static boolean organization(String phrase) {
    return phrase.matches(
        "([A-Z][A-Za-z]+ )+(of |for |and |[A-Z][a-z]+ )*(Inc|Corp|Group|Bank|Party|University|"
            + "Council|Ministry|Institute|Company|Union|Club|Association|Agency|Committee|Times|"
            + "Airlines|League|Foundation|Court|Department|Commission|Front|Movement|Army|Post)");
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String write(int number, String pattern) {
    String text = pattern;
    Matcher choice = CHOICE.matcher(text);
    while (choice.find()) {
      String[] parts = choice.group(1).split("\\|", -1);
      text =
          text.substring(0, choice.start())
              + parts[random.nextInt(parts.length)]
              + text.substring(choice.end());
      choice = CHOICE.matcher(text);
    }
    boolean capitals = text.replaceAll("\\{[^}]*\\}", "").chars().noneMatch(Character::isLowerCase);
    if (random.nextBoolean()) {
      text = curly(text);
    }
    text = text.replaceAll("\\s+([.,])", "$1").replaceAll(" {2,}", " ").replace(" // ", "\n\n");
    return fill(number, text.strip(), capitals);
  }

  private static String curly(String text) {
    return text.replaceAll("(^|[ (])\"", "$1\u201c").replace('"', '\u201d').replace('\'', '\u2019');
  }

  private String fill(int number, String pattern, boolean capitals) {
    ObjectNode item = JSON.createObjectNode().put("id", "news-" + number);
    ArrayNode mentions = JSON.createArrayNode();
    StringBuilder text = new StringBuilder();
    Map<String, String> values = new HashMap<>();
    Matcher slot = SLOT.matcher(pattern);
    int last = 0;
    while (slot.find()) {
      text.append(pattern, last, slot.start());
      last = slot.end();
      String kind = slot.group(1);
      String fixed = slot.group(3);
      String value = fixed != null ? fixed : value(kind, slot.group(2), values);
      value = capitals ? value.toUpperCase(Locale.ROOT) : value;
      int article = value.regionMatches(true, 0, "the ", 0, 4) ? 4 : 0;
      int start = text.length() + article;
      text.append(value);
      String type = type(kind);
      if (!type.isEmpty()) {
        mentions.addObject().put("start", start).put("end", text.length()).put("type", type);
      }
    }
    text.append(pattern, last, pattern.length());
    item.put("text", text.toString());
    item.set("mentions", mentions);
    return item.toString();
  }

  private static String type(String kind) {
    return switch (kind) {
      case "P", "L" -> "PERSON";
      case "O", "A", "=O" -> "ORGANIZATION";
      case "C", "K", "S", "=L" -> "LOCATION";
      default -> "";
    };
  }

  private String value(String kind, String number, Map<String, String> values) {
    String key = kind + number;
    if (kind.equals("L")) {
      String name = value("P", number, values);
      return name.substring(name.lastIndexOf(' ') + 1);
    }
    if (kind.equals("C") || kind.equals("D")) {
      if (!values.containsKey("C" + number)) {
        Map<String, String> country = pick(countries);
        Collection<String> names = new ArrayList<>(values(country, "aliases"));
        names.removeIf(n -> n.length() > 20);
        names.add(country.getOrDefault("name", ""));
        values.put(
            "C" + number,
            random.nextInt(4) == 0 ? pick(List.copyOf(names)) : country.getOrDefault("name", ""));
        values.put("D" + number, values(country, "demonyms").get(0));
      }
    }
    return values.computeIfAbsent(key, k -> fresh(kind));
  }

  private String fresh(String kind) {
    return switch (kind) {
      case "P" -> random.nextInt(3) == 0 ? pick(officials) : pick(persons);
      case "O" -> random.nextInt(3) == 0 ? pick(institutions) : pick(organizations);
      case "K" -> random.nextInt(3) == 0 ? pick(cities.subList(0, 200)) : pick(cities);
      case "A" -> pick(AGENCIES);
      case "S" -> pick(STATES);
      case "M" -> pick(MONTHS);
      case "Y" -> Integer.toString(1970 + random.nextInt(56));
      default -> Integer.toString(1 + random.nextInt(60));
    };
  }
}
