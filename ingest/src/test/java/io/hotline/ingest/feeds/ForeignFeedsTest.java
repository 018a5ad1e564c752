package io.hotline.ingest.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.ingest.Normalized;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Outcome;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.TextForm;
import io.hotline.ingest.normalize.Normalizer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Reads the feeds of a foreign test suite, whose expected values stand in their first comments, and
 * reports how many of those that are about fields of ours come out as expected, by folder:
 *
 * <pre>./mvnw -pl ingest -am test -Dtest=ForeignFeedsTest -Dhotline.feeds.tests=FOLDER</pre>
 *
 * Texts are compared without their markup, as they are published. What is asserted is only that no
 * feed throws or takes a second.
 */
@EnabledIfSystemProperty(named = "hotline.feeds.tests", matches = ".+")
class ForeignFeedsTest {

  private static final Pattern ENTRY = Pattern.compile("entries\\[(\\d+)\\]\\.(.+)");
  private static final Pattern MANY = Pattern.compile("(content|authors)\\[(\\d+)\\]\\.(\\w+)");
  private static final Object NOT_OURS = new Object();

  private final Normalizer normalizer = Normalizer.load();

  private static final class Tally {
    int passed;
    int failed;
    int others;
  }

  @Test
  void reportsWhatComesOutAsExpected() throws IOException {
    Path folder = Path.of(System.getProperty("hotline.feeds.tests"));
    PrintStream out = System.out;
    Map<String, Tally> tallies = new TreeMap<>();
    List<String> failures = new ArrayList<>();
    List<String> slow = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      byte[] bytes = Files.readAllBytes(file);
      long start = System.nanoTime();
      String problem = check(bytes);
      if (System.nanoTime() - start > Duration.ofSeconds(1).toNanos()) {
        slow.add(file.toString());
      }
      Tally tally = tallies.computeIfAbsent(group(folder, file), name -> new Tally());
      if (problem == null) {
        tally.others++;
      } else if (problem.isEmpty()) {
        tally.passed++;
      } else {
        tally.failed++;
        failures.add(folder.relativize(file) + ": " + problem);
      }
    }
    failures.forEach(out::println);
    out.printf("%-28s %6s %6s %7s %7s%n", "group", "passed", "failed", "rate", "others");
    tallies.forEach(
        (name, t) ->
            out.printf(
                "%-28s %6d %6d %6.1f%% %7d%n",
                name,
                t.passed,
                t.failed,
                100.0 * t.passed / Math.max(1, t.passed + t.failed),
                t.others));
    assertThat(files).isNotEmpty();
    assertThat(slow).isEmpty();
  }

  private static String group(Path folder, Path file) {
    Path parent = file.getParent();
    return parent == null ? "" : folder.relativize(parent).toString();
  }

  /** What is wrong; empty if all is well, null if nothing of it is about our fields. */
  private @Nullable String check(byte[] bytes) {
    FeedCharacters characters = FeedCharacters.of(bytes, Transport.NONE);
    Expectation expectation = Expectation.of(characters.text());
    Transport header = expectation == null ? Transport.NONE : expectation.header();
    FeedParse parse = FeedParser.parse(bytes, header);
    if (expectation == null) {
      return null;
    }
    boolean ours = false;
    for (Expectation.Claim claim : expectation.claims()) {
      Object found = parse instanceof Feed feed ? value(feed, claim.path()) : null;
      if (found == NOT_OURS) {
        continue;
      }
      if (!(parse instanceof Feed) && !isOurs(claim.path())) {
        continue;
      }
      ours = true;
      if (!same(claim, found)) {
        return "%s is '%s', expected '%s'".formatted(claim.path(), shown(found), claim.value());
      }
    }
    return ours ? "" : null;
  }

  private static boolean isOurs(String path) {
    Feed empty =
        new Feed(
            "",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            java.util.Set.of(),
            List.of());
    return value(empty, path) != NOT_OURS;
  }

  private @Nullable Object shown(@Nullable Object found) {
    return found instanceof FeedText text ? text.value() : found;
  }

  private boolean same(Expectation.Claim claim, @Nullable Object found) {
    Object expected = claim.value();
    if (found instanceof FeedText text) {
      String given = plain(text);
      String wanted = plain(new FeedText(String.valueOf(expected), TextForm.UNSAID, null));
      String literal = plain(new FeedText(String.valueOf(expected), TextForm.PLAIN, null));
      String markup = plain(new FeedText(String.valueOf(expected), TextForm.HTML, null));
      return given.equals(wanted) || given.equals(literal) || given.equals(markup);
    }
    if (claim.path().equals("encoding") && found instanceof String name && expected != null) {
      return sameCharset(name, expected.toString());
    }
    if (claim.path().endsWith("_parsed") && found instanceof String written) {
      return parsed(written).equals(expected);
    }
    if (expected == null || expected.equals("")) {
      return found == null || found.equals("");
    }
    return expected.equals(found);
  }

  private static boolean sameCharset(String one, String other) {
    try {
      return Charset.forName(one).equals(Charset.forName(other));
    } catch (IllegalArgumentException e) {
      return one.equalsIgnoreCase(other);
    }
  }

  /** What the item's text would be. */
  private String plain(FeedText text) {
    Outcome outcome =
        normalizer.normalize(
            RawDocument.at(Origin.of("test"), Instant.EPOCH, ByteBuffer.allocate(0), "test")
                .body(text.value(), text.form())
                .build());
    String plain = outcome instanceof Normalized normalized ? normalized.item().getText() : "";
    return plain.replaceAll("\\s+", " ");
  }

  private String parsed(String date) {
    Outcome outcome =
        normalizer.normalize(
            RawDocument.at(Origin.of("test"), Instant.MAX, ByteBuffer.allocate(0), "test")
                .body("text", TextForm.PLAIN)
                .published(date)
                .build());
    var at = ((Normalized) outcome).item().getPublished().atZone(java.time.ZoneOffset.UTC);
    return "%d,%d,%d,%d,%d,%d,%d,%d,0"
        .formatted(
            at.getYear(),
            at.getMonthValue(),
            at.getDayOfMonth(),
            at.getHour(),
            at.getMinute(),
            at.getSecond(),
            at.getDayOfWeek().getValue() - 1,
            at.getDayOfYear());
  }

  private static @Nullable Object value(Feed feed, String path) {
    Matcher entry = ENTRY.matcher(path);
    if (entry.matches()) {
      int index = Integer.parseInt(entry.group(1));
      Entry found =
          index < feed.entries().size()
              ? feed.entries().get(index)
              : new Entry(
                  0, "", null, null, null, null, List.of(), null, null, List.of(), List.of(), null,
                  null, null, false);
      return ofEntry(found, entry.group(2));
    }
    return switch (path) {
      case "len entries" -> feed.entries().size();
      case "encoding" -> feed.encoding();
      case "feed.title", "feed.title_detail.value" -> feed.title();
      case "feed.subtitle",
          "feed.description",
          "feed.tagline",
          "feed.subtitle_detail.value",
          "feed.tagline_detail.value" ->
          feed.subtitle();
      case "feed.link" -> feed.link();
      case "feed.id", "feed.guid" -> feed.id();
      case "feed.language" -> feed.language();
      case "feed.title_detail.language" -> language(feed.title());
      case "feed.tagline_detail.language", "feed.subtitle_detail.language" ->
          language(feed.subtitle());
      case "feed.published", "feed.published_parsed" -> feed.published();
      case "feed.updated", "feed.updated_parsed", "feed.modified", "feed.modified_parsed" ->
          feed.updated() == null ? feed.published() : feed.updated();
      default ->
          path.startsWith("feed.author") ? person(feed.authors(), path.substring(5)) : NOT_OURS;
    };
  }

  private static @Nullable Object ofEntry(Entry entry, String field) {
    Matcher many = MANY.matcher(field);
    if (many.matches() && many.group(1).equals("content")) {
      int index = Integer.parseInt(many.group(2));
      FeedText content = index < entry.contents().size() ? entry.contents().get(index) : null;
      return switch (many.group(3)) {
        case "value" -> content;
        case "language" -> language(content);
        default -> NOT_OURS;
      };
    }
    FeedText summary =
        entry.summary() == null && !entry.contents().isEmpty()
            ? entry.contents().get(0)
            : entry.summary();
    return switch (field) {
      case "title", "title_detail.value" -> entry.title();
      case "summary", "description", "summary_detail.value", "description_detail.value" -> summary;
      case "title_detail.language" -> language(entry.title());
      case "summary_detail.language" -> language(summary);
      case "link" -> entry.link();
      case "id", "guid" -> entry.id();
      case "language" -> entry.language();
      case "published", "published_parsed" -> entry.published();
      case "updated", "updated_parsed", "modified", "modified_parsed" ->
          entry.updated() == null ? entry.published() : entry.updated();
      case "source.title" ->
          entry.source() == null ? null : new FeedText(entry.source(), TextForm.UNSAID, null);
      default -> field.startsWith("author") ? person(entry.authors(), field) : NOT_OURS;
    };
  }

  private static @Nullable Object person(List<Person> people, String field) {
    Matcher many = MANY.matcher(field);
    int index = many.matches() ? Integer.parseInt(many.group(2)) : 0;
    Person person = index < people.size() ? people.get(index) : null;
    String part = many.matches() ? many.group(3) : field;
    return switch (part) {
      case "author" -> person == null ? null : whole(person);
      case "author_detail.name", "name" -> person == null ? null : person.name();
      case "author_detail.email", "email" -> person == null ? null : person.email();
      default -> NOT_OURS;
    };
  }

  private static @Nullable String whole(Person person) {
    if (person.name() == null || person.email() == null) {
      return person.name() == null ? person.email() : person.name();
    }
    return person.name() + " (" + person.email() + ")";
  }

  private static @Nullable String language(@Nullable FeedText text) {
    return text == null ? null : text.language();
  }
}
