package io.hotline.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.gateway.log.Partition;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdTest {

  @Test
  void isReadAsItWasWritten() {
    Map<Partition, Long> positions =
        Map.of(
            new Partition("hotline.alerts.v1", 3),
            42L,
            new Partition("hotline.signals.a.v1", 0),
            7L);
    assertThat(EventId.parse(EventId.format(positions))).isEqualTo(positions);
  }

  @Test
  void leavesOutPartitionsAtTheirBeginning() {
    assertThat(EventId.format(Map.of(new Partition("hotline.alerts.v1", 3), 0L))).isEqualTo("[]");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing            | ''
          a number           | 42
          an object          | {}
          not closed         | [{"topic":"a","partition":0,"offset":1}
          no offset          | [{"topic":"a","partition":0}]
          negative offset    | [{"topic":"a","partition":0,"offset":-1}]
          offset as text     | [{"topic":"a","partition":0,"offset":"1"}]
          offset too large   | [{"topic":"a","partition":0,"offset":99999999999999999999}]
          unknown field      | [{"topic":"a","partition":0,"offset":1,"x":2}]
          nested             | [[{"topic":"a","partition":0,"offset":1}]]
          """)
  void refusesWhatItDidNotWrite(String name, String id) {
    assertThatThrownBy(() -> EventId.parse(id))
        .as(name)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Last-Event-ID");
  }
}
