package io.hotline.schemas.wire;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.RecordTrust;
import io.hotline.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Records of every type with every field filled, from a seed. */
final class RandomRecords {

  private RandomRecords() {}

  /** The record types that travel on topics. */
  static List<Class<? extends SpecificRecord>> types() {
    return Stream.concat(
            Topics.fixed(Namespace.LIVE).stream(),
            Stream.of(Topics.signals(Namespace.LIVE, "us-russia-contact")))
        .<Class<? extends SpecificRecord>>map(topic -> topic.valueType())
        .toList();
  }

  static Schema schema(Class<? extends SpecificRecord> type) {
    return SpecificData.get().getSchema(type);
  }

  static <T extends SpecificRecord> List<T> of(Class<T> type, int count, long seed)
      throws IOException {
    RecordTrust.establish();
    Schema schema = schema(type);
    SpecificData model = SpecificData.getForClass(type);
    List<T> records = new ArrayList<>();
    for (Object generic : new RandomData(new GenericData(), schema, count, seed)) {
      records.add(
          new SpecificDatumReader<T>(schema, schema, model)
              .read(null, DecoderFactory.get().binaryDecoder(bytes(schema, generic), null)));
    }
    return records;
  }

  static byte[] bytes(Schema schema, Object generic) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new GenericDatumWriter<>(schema).write(generic, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
