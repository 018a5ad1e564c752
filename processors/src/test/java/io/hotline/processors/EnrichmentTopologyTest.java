package io.hotline.processors;

import static io.hotline.processors.House.NOON;
import static io.hotline.processors.House.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DateBasis;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.NewsItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.Tally;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EnrichmentTopologyTest {

  @TempDir private Path state;
  private House house;

  @BeforeEach
  void open() {
    house = new House(state);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anItemIsEnrichedOnceAndItsRepeatIsCounted() {
    NewsItem item = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS");
    house.item(item);
    house.item(NewsItem.newBuilder(item).setSeen(NOON.plusSeconds(3_000_000)).build());

    List<EnrichedItem> enriched = house.enriched();
    assertThat(enriched).hasSize(1);
    assertThat(enriched.get(0).getItem()).isEqualTo(item);
    assertThat(enriched.get(0).getRevision()).isEqualTo(1);
    assertThat(enriched.get(0).getExtractorVersion()).isEqualTo("lines-1");
    assertThat(enriched.get(0).getEvents()).hasSize(1);
    assertThat(house.tallies()).containsExactly(new Tally(0, 2L, 2L, 1L, 1L, 0L));
  }

  @Test
  void changedContentIsTheNextRevisionAndGoingBackIsOneToo() {
    NewsItem item = item("a", "Reuters", NOON, "one");
    house.item(item);
    house.item(NewsItem.newBuilder(item).setText("two").build());
    house.item(item);

    assertThat(house.enriched()).extracting(EnrichedItem::getRevision).containsExactly(1, 2, 3);
  }

  @Test
  void aWithdrawnItemHasNoFacts() {
    NewsItem item = item("a", "Reuters", NOON, "PLANNED PHONE_CALL USA RUS");
    house.item(item);
    house.item(NewsItem.newBuilder(item).setPubStatus(PubStatus.CANCELED).build());

    List<EnrichedItem> enriched = house.enriched();
    assertThat(enriched).hasSize(2);
    assertThat(enriched.get(1).getRevision()).isEqualTo(2);
    assertThat(enriched.get(1).getEvents()).isEmpty();
  }

  @Test
  void recordsStandAtTheTimeOfPublication() {
    house.item(item("a", "Reuters", NOON, "one"));
    house.raw(
        "b", house.bytes(item("b", "Times", Instant.parse("1912-04-16T05:00:00Z"), "two")), 5);

    TestOutputTopic<String, EnrichedItem> output =
        house.output(Application.ENRICHMENT, Topics.enriched(House.NAMESPACE));
    assertThat(output.readRecordsToList())
        .extracting(TestRecord::timestamp)
        .containsExactly(NOON.toEpochMilli(), 0L);
  }

  @Test
  void aDateAfterArrivalOrBeforeAllNewsIsCutToArrivalAndMarked() {
    for (String absurd : List.of("2099-01-01T00:00:00Z", "0001-01-01T00:00:00Z")) {
      house.item(item("at " + absurd, "Reuters", Instant.parse(absurd), "one"));
    }

    assertThat(house.enriched())
        .extracting(EnrichedItem::getItem)
        .allSatisfy(
            item -> {
              assertThat(item.getPublished()).isEqualTo(item.getSeen());
              assertThat(item.getPublishedBasis()).isEqualTo(DateBasis.CLAMPED);
            });
    assertThat(house.tallies()).containsExactly(new Tally(0, 2L, 2L, 2L, 0L, 0L));
  }

  @Test
  void aClampedItemSeenAgainLaterIsARepeat() {
    NewsItem item = item("a", "Reuters", Instant.parse("2099-01-01T00:00:00Z"), "one");
    house.item(item);
    house.item(NewsItem.newBuilder(item).setSeen(NOON.plusSeconds(90_000)).build());

    assertThat(house.enriched()).hasSize(1);
  }

  @Test
  void eachKindOfPoisonIsADeadLetterAndTheNextItemFlows() {
    byte[] good = house.bytes(item("good", "Reuters", NOON, "one"));
    byte[] truncated = Arrays.copyOf(good, good.length - 3);
    byte[] wrongMagic = good.clone();
    wrongMagic[0] = 7;
    byte[] unknownSchema = good.clone();
    ByteBuffer.wrap(unknownSchema).putInt(1, 987_654);
    byte[] otherType =
        house.serde(Signal.class).serializer().serialize("other", StoriesFixture.signal("x"));

    house.raw("truncated", truncated, 1);
    house.raw("magic", wrongMagic, 2);
    house.raw("schema", unknownSchema, 3);
    house.raw("type", otherType, 4);
    house.raw("short", new byte[] {0, 0}, 5);
    house.raw("other-key", good, 6);
    house.item(item("empty", "Reuters", NOON, " \n "));
    house.item(item("long", "Reuters", NOON, "x".repeat(10_001)));
    house.item(
        NewsItem.newBuilder(item("wide", "Reuters", NOON, "x"))
            .setTags(List.of("y".repeat(50_000)))
            .build());
    house.item(item("thrown", "Reuters", NOON, "fine\nthrow"));
    house.raw("good", good, 7);

    List<DeadLetter> letters = house.deadLetters(Application.ENRICHMENT);
    assertThat(letters)
        .extracting(letter -> letter.getStage() + " " + letter.getErrorType())
        .containsExactly(
            "decode-item truncated-value",
            "decode-item wrong-magic-byte",
            "decode-item unknown-schema",
            "decode-item wrong-record-type",
            "decode-item truncated-header",
            "admit-item wrong-key",
            "admit-item empty-text",
            "admit-item too-large",
            "admit-item too-large",
            "enrich-item extraction-failed");
    DeadLetter first = letters.get(0);
    assertThat(first.getTopic()).isEqualTo("test.items.v1");
    assertThat(first.getPartition()).isZero();
    assertThat(first.getOffset()).isZero();
    assertThat(first.getTimestamp()).isEqualTo(Instant.ofEpochMilli(1));
    assertThat(first.getKey())
        .isEqualTo(ByteBuffer.wrap("truncated".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(first.getValue()).isEqualTo(ByteBuffer.wrap(truncated));
    assertThat(first.getError()).isNotBlank();
    assertThat(house.enriched()).extracting(e -> e.getItem().getId()).containsExactly("good");
    assertThat(house.tallies()).containsExactly(new Tally(0, 11L, 11L, 1L, 0L, 10L));
  }

  @Test
  void theTallyIsToldWhenItChangedAndOnlyThen() {
    house.item(item("a", "Reuters", NOON, "one"));
    assertThat(house.tallies()).hasSize(1);
    assertThat(house.tallies()).isEmpty();
    house.item(item("b", "Reuters", NOON, "one"));
    assertThat(house.tallies()).containsExactly(new Tally(0, 2L, 2L, 2L, 0L, 0L));
  }
}
