package io.hotline.benchmarks;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventType;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Span;
import io.hotline.schemas.record.Speaker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Made-up items and rules, the same for the same seed: events are of countries in the news as often
 * as in life, few very often; rules are of all countries alike, as of many desks.
 */
final class RuleLoad {

  static {
    Topics.isRuleId("x"); // the catalogue vouches for the records that are built
  }

  private static final int WORDS = 20_000;
  private static final int LENGTH = 400;
  private static final EventType[] TYPES = {
    EventType.CONSULT, EventType.AGREE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN
  };

  private final Random random;
  private final List<String> countries =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3).stream().sorted().toList();

  RuleLoad(Random random) {
    this.random = random;
  }

  List<byte[]> items(int count) throws IOException {
    SpecificDatumWriter<EnrichedItem> writer = new SpecificDatumWriter<>(EnrichedItem.class);
    List<byte[]> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      writer.write(item(i), encoder);
      encoder.flush();
      items.add(bytes.toByteArray());
    }
    return items;
  }

  private EnrichedItem item(int number) {
    String text = words(LENGTH);
    List<Event> events = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      events.add(event());
    }
    return EnrichedItem.newBuilder()
        .setItem(
            NewsItem.newBuilder()
                .setId("item-" + number)
                .setSource("Paper " + random.nextInt(50))
                .setHeadline(words(8))
                .setText(text)
                .setPublished(Instant.EPOCH)
                .setSeen(Instant.EPOCH)
                .build())
        .setRevision(1)
        .setContentHash("")
        .setExtractorVersion("")
        .setLanguage("en")
        .setEntities(
            List.of(
                Entity.newBuilder()
                    .setId("speaker")
                    .setName("A Speaker")
                    .setCountry(countryInTheNews())
                    .build()))
        .setQuotes(
            List.of(
                Quote.newBuilder()
                    .setSpan(new Span(0, 200))
                    .setSpeaker(Speaker.newBuilder().setText("he").setEntity("speaker").build())
                    .build()))
        .setEvents(events)
        .build();
  }

  private Event event() {
    EventStatus[] statuses = EventStatus.values();
    return Event.newBuilder()
        .setEventType(TYPES[random.nextInt(TYPES.length)])
        .setMode(EventMode.values()[1 + random.nextInt(EventMode.values().length - 1)])
        .setStatus(statuses[1 + random.nextInt(statuses.length - 1)])
        .setParticipants(List.of(party(Side.ACTOR), party(Side.RECIPIENT)))
        .setSentence(new Span(100, 250))
        .setConfidence(0.5 + random.nextDouble() / 2)
        .build();
  }

  private Participant party(Side side) {
    String country = countryInTheNews();
    return Participant.newBuilder().setCountry(country).setName(country).setSide(side).build();
  }

  /** The more often the lower its number. */
  private String countryInTheNews() {
    return countries.get((int) (countries.size() * Math.pow(random.nextDouble(), 3)));
  }

  private String words(int count) {
    return random
        .ints(count, 0, Integer.MAX_VALUE)
        .mapToObj(ignored -> "w" + (int) (WORDS * Math.pow(random.nextDouble(), 4)))
        .collect(Collectors.joining(" "));
  }

  /**
   * Mixed rules: half between two countries, a quarter of some with some others, a tenth between
   * two with a query, a tenth of a query alone, and some by who is quoted.
   */
  List<String> rules(int count) {
    List<String> rules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int kind = random.nextInt(20);
      String clauses =
          kind < 10
              ? "between: [" + some(2) + "], events: [CONSULT, AGREE]"
              : kind < 15
                  ? "anyOf: [" + some(2) + "], withAny: [" + some(3) + "], minConfidence: 0.6"
                  : kind < 17
                      ? "between: [" + some(2) + "], query: '" + query() + "'"
                      : kind < 19
                          ? "query: '" + query() + "', events: [CONSULT]"
                          : "quotedBy: [" + some(1) + "], status: {in: [PLANNED]}";
      rules.add("{id: rule-" + i + ", " + clauses + "}");
    }
    return rules;
  }

  List<String> queries(int count) {
    Set<String> queries = new TreeSet<>();
    while (queries.size() < count) {
      queries.add(query());
    }
    return List.copyOf(queries);
  }

  private String query() {
    String a = "w" + random.nextInt(WORDS);
    String b = "w" + random.nextInt(WORDS);
    return switch (random.nextInt(4)) {
      case 0 -> a + " OR " + b;
      case 1 -> a + " AND " + b;
      case 2 -> "\"" + a + " " + b + "\"";
      default -> "headline:" + a + " OR (" + a + " AND NOT " + b + ")";
    };
  }

  private String some(int count) {
    Set<String> some = new TreeSet<>();
    while (some.size() < count) {
      some.add(countries.get(random.nextInt(countries.size())));
    }
    return String.join(", ", some);
  }
}
