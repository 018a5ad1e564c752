package io.hotline.deploy;

import io.hotline.schemas.RecordTrust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Records of any type of ours, filled by chance, the same in every run. */
final class RandomRecords {
  private static final long SEED = 19870407L;

  /** JavaScript's numbers are exact up to 2^53, and one bit goes to Avro's zigzag on the way. */
  private static final long EXACT_IN_JAVASCRIPT = 1L << 52;

  private static final String NOT_ASCII = " \u041A\u0440\u0435\u043C\u043B\u044C \uD83D\uDD4A";

  private RandomRecords() {}

  static <T extends SpecificRecord> List<T> of(Class<T> type, int count) throws IOException {
    return of(type, count, false);
  }

  /** As any language can hold them: no integer that a double cannot, and more than ASCII. */
  static <T extends SpecificRecord> List<T> forAnyLanguage(Class<T> type, int count)
      throws IOException {
    return of(type, count, true);
  }

  private static <T extends SpecificRecord> List<T> of(Class<T> type, int count, boolean tame)
      throws IOException {
    RecordTrust.establish();
    SpecificData model = SpecificData.getForClass(type);
    Schema schema = model.getSchema(type);
    List<T> records = new ArrayList<>();
    for (Object random : new RandomData(new GenericData(), schema, count, SEED)) {
      GenericRecord generic = (GenericRecord) random;
      if (tame) {
        tame(generic);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
      new GenericDatumWriter<GenericRecord>(schema).write(generic, encoder);
      encoder.flush();
      records.add(
          new SpecificDatumReader<T>(schema, schema, model)
              .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null)));
    }
    return records;
  }

  private static void tame(GenericRecord record) {
    for (Schema.Field field : record.getSchema().getFields()) {
      record.put(field.pos(), tamed(record.get(field.pos())));
    }
  }

  private static Object tamed(Object value) {
    if (value instanceof GenericRecord inner) {
      tame(inner);
    } else if (value instanceof Long number) {
      return number % EXACT_IN_JAVASCRIPT;
    } else if (value instanceof CharSequence text) {
      return text + NOT_ASCII;
    } else if (value instanceof List<?> list) {
      List<Object> tamed = new ArrayList<>();
      list.forEach(each -> tamed.add(tamed(each)));
      return tamed;
    }
    return value;
  }

  /** The record as one who knows no logical types reads it: times are numbers. */
  static GenericRecord plain(SpecificRecord record) throws IOException {
    Schema schema = record.getSchema();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
    new SpecificDatumWriter<SpecificRecord>(schema, SpecificData.getForClass(record.getClass()))
        .write(record, encoder);
    encoder.flush();
    return new GenericDatumReader<GenericRecord>(schema, schema, new GenericData())
        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
  }
}
