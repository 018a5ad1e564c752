package io.hotline.processors.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.processors.StoriesFixture;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.EventMode;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Side;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TimePrecision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Which reports are of one contact. A report in the table is {@code day mode status people [@place]
 * [from-to]}: days are counted from the first, {@code Trump+Putin} are the two sides' persons, and
 * {@code ?} is a side of which nobody is named. Reports are separated by {@code |}, and each is
 * written as it is expected: the number of its story, a dot, the number of its development there.
 */
final class DevelopmentTest {

  private static final Instant START = Instant.parse("2025-01-20T12:00:00Z");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "developments.csv", numLinesToSkip = 1)
  void tellsContactsApart(String name, String reports, String expected) {
    List<Signal> signals = new ArrayList<>();
    for (String report : reports.split("\\|")) {
      signals.add(signal("s" + signals.size(), report.strip().split(" ")));
    }
    assertThat(places(signals)).as(name).isEqualTo(expected);
  }

  private static String places(List<Signal> signals) {
    List<Stories.Cut> stories = Stories.cut(signals);
    return signals.stream()
        .map(
            signal -> {
              for (int i = 0; i < stories.size(); i++) {
                List<String> strands =
                    stories.get(i).told().stream().map(Stories.Told::strand).distinct().toList();
                for (Stories.Told told : stories.get(i).told()) {
                  if (told.signal().getId().equals(signal.getId())) {
                    return (i + 1) + "." + (strands.indexOf(told.strand()) + 1);
                  }
                }
              }
              return "none";
            })
        .collect(Collectors.joining(" "));
  }

  private static Signal signal(String id, String[] words) {
    String[] people = words[3].split("\\+");
    String place = null;
    EventTime when = null;
    for (int i = 4; i < words.length; i++) {
      if (words[i].startsWith("@")) {
        place = words[i].substring(1);
      } else {
        String[] days = words[i].split("-");
        when = new EventTime(day(days[0]), day(days[1]), TimePrecision.DAY, null);
      }
    }
    String item = words[0].contains("/") ? words[0].substring(words[0].indexOf('/')) : id;
    Signal plain = StoriesFixture.signal(id);
    return Signal.newBuilder(plain)
        .setItemId(item)
        .setPublished(day(words[0].replaceFirst("/.*", "")))
        .setEvent(
            Event.newBuilder(plain.getEvent())
                .setMode(EventMode.valueOf(words[1]))
                .setStatus(EventStatus.valueOf(words[2]))
                .setParticipants(List.of(party("USA", people[0]), party("RUS", people[1])))
                .setLocation(place)
                .setEventTime(when)
                .build())
        .build();
  }

  private static Instant day(String day) {
    return START.plus(Duration.ofHours((long) (Double.parseDouble(day) * 24)));
  }

  private static Participant party(String country, @Nullable String name) {
    boolean open = "?".equals(name);
    return Participant.newBuilder()
        .setCountry(country)
        .setSide(Side.ACTOR)
        .setName(open ? country : name)
        .setRole(open ? null : "president")
        .setEntity(open ? country : "person:" + name)
        .build();
  }
}
