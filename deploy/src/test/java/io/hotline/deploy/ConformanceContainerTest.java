package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hotline.cli.embedded.EmbeddedRegistry;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Tally;
import io.hotline.schemas.wire.AvroSerdes;
import io.hotline.schemas.wire.SchemaRegistration;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our serializer and Confluent's own, each reading what the other wrote, for every record type,
 * against a registry that is not ours and against ours. Prints the table of what was tried.
 */
@Tag("containers")
@ExtendWith(SharedCluster.class)
class ConformanceContainerTest {
  private static final int RECORDS = 20;
  private static final String CONFLUENT = "io.confluent.kafka.serializers.KafkaAvro";

  @Test
  void apicurioAndTheEmbeddedRegistryServeBothAlike(Cluster cluster) throws Exception {
    ClusterConfig outside = cluster.outside();
    List<String> table = new ArrayList<>();
    check("Apicurio 3.3.3", outside, table);
    try (EmbeddedRegistry embedded =
        EmbeddedRegistry.start(outside.bootstrapServers(), Parts.freePort())) {
      check("embedded", ClusterConfig.plain(outside.bootstrapServers(), embedded.url()), table);
    }
    ConformanceTable.print(table);
    assertThat(table).isNotEmpty().allMatch(ConformanceTable::isFine);
  }

  private static void check(String registry, ClusterConfig ours, List<String> table)
      throws IOException {
    ClusterConfig theirs =
        new ClusterConfig(
            ours.bootstrapServers(),
            ours.registryUrl(),
            CONFLUENT + "Serializer",
            CONFLUENT + "Deserializer",
            Map.of());
    for (Class<? extends SpecificRecord> type : types()) {
      both(registry, type, ours, theirs, table);
    }
    evolution(registry, ours, theirs, table);
    faults(registry, ours, theirs, table);
    breaks(registry, ours, theirs, table);
  }

  /** After our deployment a schema that cannot read what is there is refused, whoever comes. */
  private static void breaks(
      String registry, ClusterConfig ours, ClusterConfig theirs, List<String> table) {
    TopicSpec<Tally> topic =
        new TopicSpec<>("conformance.breaks", "none", Tally.class, 1, Map.of());
    SchemaRegistration.register(ours, List.of(topic));
    Schema today = SpecificData.get().getSchema(Tally.class);
    Schema broken =
        SchemaBuilder.record(today.getName())
            .namespace(today.getNamespace())
            .fields()
            .requiredString("partition")
            .endRecord();
    GenericRecord record = new GenericRecordBuilder(broken).set("partition", "zero").build();
    try (Serializer<Object> serializer = confluentSerializer(theirs)) {
      Throwable thrown = catchThrowable(() -> serializer.serialize(topic.name(), record));
      table.add(
          ConformanceTable.row(
              registry, "Confluent, broken schema: refused", "Tally", saysConflict(thrown)));
    }
  }

  /** Confluent's serializer wraps the registry's answer, HTTP status and all. */
  private static boolean saysConflict(@Nullable Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (String.valueOf(each.getMessage()).contains("error code: 409")) {
        return true;
      }
    }
    return false;
  }

  private static List<Class<? extends SpecificRecord>> types() {
    return Stream.concat(
            Topics.fixed(Namespace.LIVE).stream(),
            Stream.of(Topics.signals(Namespace.LIVE, "us-russia-contact")))
        .<Class<? extends SpecificRecord>>map(topic -> topic.valueType())
        .distinct()
        .toList();
  }

  private static <T extends SpecificRecord> void both(
      String registry, Class<T> type, ClusterConfig ours, ClusterConfig theirs, List<String> table)
      throws IOException {
    Serde<T> our = AvroSerdes.value(type, ours);
    Serde<T> their = AvroSerdes.value(type, theirs);
    String topic = "conformance." + type.getSimpleName();
    boolean same = true;
    boolean theyRead = true;
    boolean weRead = true;
    for (T record : RandomRecords.of(type, RECORDS)) {
      byte[] bytes = our.serializer().serialize(topic, record);
      byte[] theirBytes = their.serializer().serialize(topic, record);
      same &= java.util.Arrays.equals(bytes, theirBytes);
      theyRead &= record.equals(their.deserializer().deserialize(topic, bytes));
      weRead &= record.equals(our.deserializer().deserialize(topic, theirBytes));
    }
    table.add(ConformanceTable.row(registry, "same bytes and id", type.getSimpleName(), same));
    table.add(
        ConformanceTable.row(
            registry, "Hotline -> Confluent 7.9.5", type.getSimpleName(), theyRead));
    table.add(
        ConformanceTable.row(registry, "Confluent 7.9.5 -> Hotline", type.getSimpleName(), weRead));
  }

  /** A writer who is one version ahead, and one who is behind: a field more, a field less. */
  private static void evolution(
      String registry, ClusterConfig ours, ClusterConfig theirs, List<String> table)
      throws IOException {
    Schema today = SpecificData.get().getSchema(Tally.class);
    Tally tally = RandomRecords.of(Tally.class, 1).get(0);
    String topic = "conformance.evolution";
    byte[] written;
    try (Serializer<Object> serializer = confluentSerializer(theirs)) {
      serializer.serialize(topic, tally);
      Schema tomorrow = new Schema.Parser().parse(today.toString());
      List<Schema.Field> fields = new ArrayList<>();
      tomorrow.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
      fields.add(
          new Schema.Field("addedTomorrow", Schema.create(Schema.Type.STRING), "", "default"));
      Schema wider =
          Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, fields);
      GenericRecordBuilder builder = new GenericRecordBuilder(wider);
      today.getFields().forEach(field -> builder.set(field.name(), tally.get(field.pos())));
      written = serializer.serialize(topic, builder.set("addedTomorrow", "x").build());
    }
    Serde<Tally> our = AvroSerdes.value(Tally.class, ours);
    table.add(
        ConformanceTable.row(
            registry,
            "Confluent, newer schema -> Hotline",
            "Tally",
            tally.equals(our.deserializer().deserialize(topic, written))));
    Serde<Tally> their = AvroSerdes.value(Tally.class, theirs);
    table.add(
        ConformanceTable.row(
            registry,
            "Hotline, older schema -> Confluent",
            "Tally",
            tally.equals(
                their
                    .deserializer()
                    .deserialize(topic, our.serializer().serialize(topic, tally)))));
  }

  private static void faults(
      String registry, ClusterConfig ours, ClusterConfig theirs, List<String> table)
      throws IOException {
    byte[] good =
        AvroSerdes.value(Tally.class, ours)
            .serializer()
            .serialize("conformance.faults", RandomRecords.of(Tally.class, 1).get(0));
    Map<String, byte[]> faults = new TreeMap<>();
    faults.put("wrong magic byte", ByteBuffer.wrap(good.clone()).put(0, (byte) 7).array());
    faults.put("unknown schema id", ByteBuffer.wrap(good.clone()).putInt(1, 1 << 28).array());
    faults.put("cut off", java.util.Arrays.copyOf(good, 7));
    faults.forEach(
        (name, bytes) -> {
          for (ClusterConfig reader : List.of(ours, theirs)) {
            try (Deserializer<Tally> deserializer =
                AvroSerdes.valueDeserializer(Tally.class, reader)) {
              Throwable thrown =
                  catchThrowable(() -> deserializer.deserialize("conformance.faults", bytes));
              table.add(
                  ConformanceTable.row(
                      registry,
                      name + (reader == ours ? " -> Hotline" : " -> Confluent"),
                      "Tally",
                      thrown instanceof io.hotline.schemas.wire.MalformedRecordException));
            }
          }
        });
  }

  @SuppressWarnings("unchecked") // Confluent's class, known by name only
  private static Serializer<Object> confluentSerializer(ClusterConfig cluster) {
    try {
      Serializer<Object> serializer =
          (Serializer<Object>)
              Class.forName(CONFLUENT + "Serializer").getDeclaredConstructor().newInstance();
      serializer.configure(Map.of("schema.registry.url", cluster.registryUrl()), false);
      return serializer;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
