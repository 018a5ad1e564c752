package io.hotline.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.record.Tally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ours against Confluent's own classes: the same bytes, the same subjects and schemas, each reads
 * what the other wrote, and which of them is at work is a matter of the two names in the
 * configuration.
 */
class ConfluentConformanceTest {

  private FakeRegistry registry;
  private ClusterConfig ours;
  private ClusterConfig confluents;

  @BeforeEach
  void startRegistry() throws IOException {
    registry = new FakeRegistry();
    ours = ClusterConfig.plain("localhost:9092", registry.url());
    confluents =
        new ClusterConfig(
            ours.bootstrapServers(),
            ours.registryUrl(),
            "io.confluent.kafka.serializers.KafkaAvroSerializer",
            "io.confluent.kafka.serializers.KafkaAvroDeserializer",
            Map.of("max.retries", "0"));
  }

  @AfterEach
  void stopRegistry() {
    registry.close();
  }

  static List<Class<? extends SpecificRecord>> types() {
    return RandomRecords.types();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  <T extends SpecificRecord> void bytesAreTheSameInBothDirections(Class<T> type)
      throws IOException {
    Serde<T> our = AvroSerdes.value(type, ours);
    Serde<T> their = AvroSerdes.value(type, confluents);
    for (T record : RandomRecords.of(type, 50, 19870407L)) {
      byte[] bytes = our.serializer().serialize("some.topic.v1", record);
      assertThat(their.serializer().serialize("some.topic.v1", record)).isEqualTo(bytes);
      assertThat(their.deserializer().deserialize("some.topic.v1", bytes)).isEqualTo(record);
      assertThat(our.deserializer().deserialize("some.topic.v1", bytes)).isEqualTo(record);
    }
    assertThat(registry.calls())
        .as("both register the same text under the same subject, so there is one id")
        .filteredOn(call -> call.startsWith("POST"))
        .containsOnly("POST /subjects/some.topic.v1-value/versions");
    assertThatThrownBy(
            () -> new RegistryClient(WireConfig.of(AvroSerdes.configuration(ours))).schema(2))
        .as("there is no second schema")
        .isInstanceOf(MalformedRecordException.class);
  }

  @Test
  void faultsAreOfTheSameKindWhicheverReads() {
    registry.add("x", RandomRecords.schema(Tally.class).toString());
    List<byte[]> malformed =
        List.of(
            new byte[] {1, 0, 0, 0, 1, 2},
            ByteBuffer.allocate(6).put((byte) 0).putInt(999).array(),
            ByteBuffer.allocate(7).put((byte) 0).putInt(1).array());
    for (ClusterConfig reader : List.of(ours, confluents)) {
      Serde<Tally> serde = AvroSerdes.value(Tally.class, reader);
      for (byte[] bytes : malformed) {
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
            .as(reader.deserializer())
            .isInstanceOf(MalformedRecordException.class);
      }
    }
    registry.close();
    ClusterConfig impatient =
        new ClusterConfig(
            ours.bootstrapServers(),
            ours.registryUrl(),
            ours.serializer(),
            ours.deserializer(),
            Map.of("max.retries", "0"));
    for (ClusterConfig reader : List.of(impatient, confluents)) {
      Serde<Tally> serde = AvroSerdes.value(Tally.class, reader);
      byte[] good = ByteBuffer.allocate(11).put((byte) 0).putInt(1).array();
      assertThatThrownBy(() -> serde.deserializer().deserialize("t", good))
          .as(reader.deserializer())
          .isInstanceOf(RegistryUnavailableException.class);
    }
  }
}
