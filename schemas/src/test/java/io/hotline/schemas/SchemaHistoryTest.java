package io.hotline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds today's schemas against every version that was ever released, in {@code src/history}. What
 * is in a topic that is kept for ever must stay readable for ever.
 */
class SchemaHistoryTest {

  private static final Path HISTORY = Path.of(System.getProperty("basedir", ""), "src/history");

  /** Adds what is missing instead of failing. */
  private static final String ADD = "hotline.history.add";

  static List<Class<? extends SpecificRecord>> types() {
    return Stream.concat(
            Topics.fixed(Namespace.LIVE).stream(),
            Stream.of(Topics.signals(Namespace.LIVE, "us-russia-contact")))
        .<Class<? extends SpecificRecord>>map(topic -> topic.valueType())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  void theLatestVersionInTheHistoryIsTodays(Class<? extends SpecificRecord> type)
      throws IOException {
    Schema today = SpecificData.get().getSchema(type);
    List<Schema> history = history(type);
    boolean recorded = !history.isEmpty() && history.get(history.size() - 1).equals(today);
    Path next = HISTORY.resolve(type.getSimpleName()).resolve("v" + (history.size() + 1) + ".avsc");
    if (!recorded && Boolean.getBoolean(ADD)) {
      Files.createDirectories(next.getParent());
      Files.writeString(next, today.toString(true) + "\n");
      recorded = true;
    }
    assertThat(recorded)
        .as(
            "%s.avsc was changed, and its history does not know. Every change is a version: run"
                + " `./mvnw -pl schemas test -Dtest=SchemaHistoryTest -D%s=true`, which writes %s,"
                + " and commit that file with the change. (A version that was never released may be"
                + " deleted first.)",
            type.getSimpleName(), ADD, next)
        .isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("types")
  <T extends SpecificRecord> void everyEarlierVersionIsReadWithTodays(Class<T> type)
      throws IOException {
    Schema today = SpecificData.get().getSchema(type);
    List<Schema> history = history(type);
    assertThat(history).isNotEmpty();
    for (int version = 1; version <= history.size(); version++) {
      Schema earlier = history.get(version - 1);
      assertThat(conflicts(today, earlier))
          .as("%s v%d cannot be read with today's schema", type.getSimpleName(), version)
          .isEmpty();
      for (Object record : new RandomData(new GenericData(), earlier, 50, 20250120L)) {
        assertThat(
                new SpecificDatumReader<T>(earlier, today, SpecificData.getForClass(type))
                    .read(null, DecoderFactory.get().binaryDecoder(bytes(earlier, record), null)))
            .isInstanceOf(type);
      }
    }
  }

  @Test
  void aBreakIsSeen() {
    Schema earlier =
        SchemaBuilder.record("a.B").fields().requiredInt("x").requiredInt("y").endRecord();
    Schema newField =
        SchemaBuilder.record("a.B").fields().requiredInt("x").requiredInt("z").endRecord();
    Schema newType = SchemaBuilder.record("a.B").fields().requiredString("x").endRecord();
    Schema fine =
        SchemaBuilder.record("a.B").fields().requiredLong("x").optionalInt("z").endRecord();
    assertThat(conflicts(newField, earlier)).singleElement().asString().contains("/fields/1");
    assertThat(conflicts(newType, earlier)).singleElement().asString().contains("/fields/0");
    assertThat(conflicts(fine, earlier)).isEmpty();
  }

  private static List<String> conflicts(Schema reader, Schema writer) {
    SchemaCompatibility.SchemaPairCompatibility found =
        SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
    return found.getType() == SchemaCompatibilityType.COMPATIBLE
        ? List.of()
        : found.getResult().getIncompatibilities().stream()
            .map(each -> each.getType() + " at " + each.getLocation() + ": " + each.getMessage())
            .toList();
  }

  /** Every version of a record, the first one first; there is no gap. */
  private static List<Schema> history(Class<? extends SpecificRecord> type) throws IOException {
    Path folder = HISTORY.resolve(type.getSimpleName());
    List<Schema> versions = new ArrayList<>();
    Path file = folder.resolve("v1.avsc");
    while (Files.exists(file)) {
      versions.add(new Schema.Parser().parse(Files.readString(file)));
      file = folder.resolve("v" + (versions.size() + 1) + ".avsc");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files.count())
            .as("versions in %s, without a gap", folder)
            .isEqualTo(versions.size());
      }
    }
    return versions;
  }

  private static byte[] bytes(Schema schema, Object record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
