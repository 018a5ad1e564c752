package io.hotline.extraction.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.Participant;
import io.hotline.extraction.Side;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.pipeline.StandardExtractor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Contacts by phenomenon: parties, status and mode of sentences, and sentences that tell none. */
class ContactTest {

  private static final Instant PUBLISHED = Instant.parse("2025-03-12T12:00:00Z");
  private static final StandardExtractor EXTRACTOR = StandardExtractor.load();

  private static List<Event> events(String text) {
    return EXTRACTOR
        .extract(new Article(text.replace("\\n", "\n"), null, PUBLISHED, null))
        .events();
  }

  private static String parties(Event event) {
    return String.join(
        " ",
        event.participants().stream()
            .map(Participant::country)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static String told(Event event) {
    return parties(event) + " " + event.status() + " " + event.mode();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "contacts.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void contact(String name, String text, String parties, String status, String mode) {
    assertThat(events(text).stream().map(ContactTest::told))
        .as(name)
        .contains(parties + " " + status + " " + mode);
  }

  /** Who acts and who is acted on: who asks, offers, refuses, travels, writes. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "direction.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void direction(String name, String text, String actor, String recipient, String status) {
    assertThat(
            events(text).stream()
                .map(
                    e -> side(e, Side.ACTOR) + " -> " + side(e, Side.RECIPIENT) + " " + e.status()))
        .as(name)
        .contains(actor + " -> " + recipient + " " + status);
  }

  private static String side(Event event, Side side) {
    return String.join(
        " ",
        event.participants().stream()
            .filter(participant -> participant.side() == side)
            .map(Participant::country)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Wordings that no table holds: the judge of the words sees the contact. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "second-opinion.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void secondOpinion(String name, String text, String parties) {
    assertThat(events(text).stream().map(ContactTest::parties)).as(name).contains(parties);
  }

  /** Sides that the sentence leaves to the article or to its headline. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "open-sides.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void openSide(String name, String headline, String text, String parties, String status) {
    assertThat(
            EXTRACTOR.extract(new Article(text, headline, PUBLISHED, null)).events().stream()
                .map(event -> parties(event) + " " + event.status()))
        .as(name)
        .contains(parties + " " + status);
  }

  /** Who reports a contact, the outermost first. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "reporters.csv",
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      numLinesToSkip = 1)
  void reporters(String name, String text, String parties, String status, @Nullable String chain) {
    assertThat(events(text))
        .as(name)
        .extracting(
            event ->
                parties(event)
                    + " "
                    + event.status()
                    + ": "
                    + event.reportedBy().stream()
                        .map(Speaker::text)
                        .collect(Collectors.joining(" <- ")))
        .contains(parties + " " + status + ": " + Objects.requireNonNullElse(chain, ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "no-contact.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void noContact(String name, String text, String parties, String none) {
    Set<String> pair = Set.of(parties.split(" "));
    assertThat(
            events(text).stream()
                .filter(event -> event.status() != EventStatus.HISTORICAL_BACKGROUND)
                .filter(event -> Set.of(parties(event).split(" ")).containsAll(pair))
                .map(ContactTest::told))
        .as("%s: %s", name, none)
        .isEmpty();
  }

  /** Days of events, the last one exclusive, in a text published on Monday, 20 January 2025. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "event-times.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void eventTime(String name, String text, LocalDate from, LocalDate to) {
    Article article = new Article(text, null, Instant.parse("2025-01-20T12:00:00Z"), null);
    assertThat(EXTRACTOR.extract(article).events().stream().map(Event::eventTime))
        .as(name)
        .filteredOn(Objects::nonNull)
        .extracting(time -> day(time.from()) + " to " + day(time.to()))
        .contains(from + " to " + to);
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  /** What is known to fail. When one of these passes, it moves to the table of what must pass. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "known-failures.csv",
      delimiter = '|',
      quoteCharacter = '`',
      numLinesToSkip = 1)
  void knownFailure(String name, String text, String parties, String status, String mode) {
    List<String> told = events(text).stream().map(ContactTest::told).toList();
    System.out.println("known failure: " + name + ": <" + text + "> told as " + told);
    boolean passes =
        status.equals("NONE")
            ? told.stream().noneMatch(t -> t.startsWith(parties + " "))
            : told.contains(parties + " " + status + " " + mode);
    assertThat(passes)
        .as("%s passes now: move it to contacts.csv or no-contact.csv", name)
        .isFalse();
  }
}
