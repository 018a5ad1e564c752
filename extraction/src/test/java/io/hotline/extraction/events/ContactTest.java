package io.hotline.extraction.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.Article;
import io.hotline.extraction.Event;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.Participant;
import io.hotline.extraction.pipeline.StandardExtractor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Contacts by phenomenon: parties, status and mode of sentences, and sentences that tell none. */
class ContactTest {

  private static final Instant PUBLISHED = Instant.parse("2025-03-12T12:00:00Z");
  private static final StandardExtractor EXTRACTOR = StandardExtractor.load();

  private static List<Event> events(String text) {
    return EXTRACTOR.extract(new Article(text, null, PUBLISHED, null)).events();
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
