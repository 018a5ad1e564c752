package io.hotline.schemas.wire;

import static java.util.Objects.requireNonNull;

import io.hotline.schemas.AvroLimits;
import io.hotline.schemas.RecordTrust;
import io.hotline.schemas.record.NewsItem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads our records from the Confluent wire format, whatever version of their schema they were
 * written with: the registry gives the writer's schema, the generated class of the same full name
 * is the reader's. Takes the same configuration as {@link HotlineAvroSerializer}.
 *
 * <p>Thread-safe once configured; each thread keeps a decoder of its own.
 */
public final class HotlineAvroDeserializer implements Deserializer<SpecificRecord> {

  private static final String OUR_RECORDS = NewsItem.class.getPackageName();

  private static final byte[] NOTHING = {};

  /** How to read what was written with one schema. */
  private record Version(int id, Schema writer, SpecificDatumReader<SpecificRecord> reader) {}

  private final ThreadLocal<BinaryDecoder> decoders =
      ThreadLocal.withInitial(() -> DecoderFactory.get().binaryDecoder(NOTHING, null));
  private final Map<Integer, Version> versions = new ConcurrentHashMap<>();

  /** Saves the look-up for the common case; any thread's is as good as another's. */
  private volatile @Nullable Version last;

  private @Nullable RegistryClient registry;

  /** For Kafka, which calls {@link #configure} next. */
  public HotlineAvroDeserializer() {
    RecordTrust.establish();
  }

  /**
   * Must be called before the first record.
   *
   * @throws org.apache.kafka.common.config.ConfigException naming the key, the value and what is
   *     allowed
   */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    registry = new RegistryClient(WireConfig.of(configs));
  }

  /**
   * The record in these bytes; null for null, which on a compacted topic means removal.
   *
   * @throws MalformedRecordException if the bytes are at fault; its error type says how
   * @throws RegistryUnavailableException if the writer's schema cannot be had just now
   * @throws RegistryRefusedException if the registry may not or will not give it
   */
  @Override
  @SuppressWarnings("NullAway") // Kafka's interface is not annotated: null in, null out
  public @Nullable SpecificRecord deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    Version version = version(schemaId(data));
    BinaryDecoder decoder =
        DecoderFactory.get()
            .binaryDecoder(
                data,
                WireBuffer.HEADER_BYTES,
                data.length - WireBuffer.HEADER_BYTES,
                decoders.get());
    try {
      SpecificRecord record = version.reader().read(null, decoder);
      if (!decoder.isEnd()) {
        throw malformed(MalformedRecordException.TRAILING_BYTES, version, data, null);
      }
      return record;
    } catch (EOFException e) {
      throw malformed(MalformedRecordException.TRUNCATED_VALUE, version, data, e);
    } catch (SystemLimitException | UnsupportedOperationException | StackOverflowError e) {
      // Avro says UnsupportedOperationException of a length that no array can have
      throw malformed(MalformedRecordException.OVER_LIMITS, version, data, e);
    } catch (AvroTypeException e) {
      throw malformed(MalformedRecordException.INCOMPATIBLE_SCHEMA, version, data, e);
    } catch (IOException
        | AvroRuntimeException
        | IndexOutOfBoundsException
        | ClassCastException
        | NegativeArraySizeException
        | DateTimeException
        | ArithmeticException e) {
      throw malformed(MalformedRecordException.MALFORMED_VALUE, version, data, e);
    } finally {
      // lets go of a large record
      DecoderFactory.get().binaryDecoder(NOTHING, decoder);
    }
  }

  private static int schemaId(byte[] data) {
    if (data.length < WireBuffer.HEADER_BYTES) {
      throw new MalformedRecordException(
          MalformedRecordException.TRUNCATED_HEADER,
          "a value of "
              + data.length
              + " bytes: expected a zero byte, four bytes of schema id and an Avro record");
    }
    if (data[0] != WireBuffer.MAGIC) {
      throw new MalformedRecordException(
          MalformedRecordException.WRONG_MAGIC_BYTE,
          "the first byte is "
              + data[0]
              + ", expected 0: not Avro in the Confluent wire format; is it written by another"
              + " serializer?");
    }
    if (data.length > AvroLimits.MAX_VALUE_BYTES) {
      throw new MalformedRecordException(
          MalformedRecordException.OVER_LIMITS,
          "a value of "
              + data.length
              + " bytes, at most "
              + AvroLimits.MAX_VALUE_BYTES
              + " are read");
    }
    return ByteBuffer.wrap(data, 1, Integer.BYTES).getInt();
  }

  private Version version(int id) {
    Version recent = last;
    if (recent != null && recent.id() == id) {
      return recent;
    }
    Version version = versions.get(id);
    if (version == null) {
      Schema writer = requireNonNull(registry, "configure() was not called").schema(id);
      SpecificData model = SpecificData.getForClass(ourClass(id, writer));
      Schema reader = model.getSchema(ourClass(id, writer));
      version = new Version(id, writer, new SpecificDatumReader<>(writer, reader, model));
      versions.put(id, version);
    }
    last = version;
    return version;
  }

  /** Only classes of our records' package are ever loaded, whatever a schema says its name is. */
  private static Class<? extends SpecificRecord> ourClass(int id, Schema writer) {
    if (writer.getType() == Schema.Type.RECORD && OUR_RECORDS.equals(writer.getNamespace())) {
      try {
        return Class.forName(
                writer.getFullName(), true, HotlineAvroDeserializer.class.getClassLoader())
            .asSubclass(SpecificRecord.class);
      } catch (ClassNotFoundException | ClassCastException notOurs) {
        // said below, as for any other foreign record
      }
    }
    throw new MalformedRecordException(
        MalformedRecordException.WRONG_RECORD_TYPE,
        "schema id "
            + id
            + " is of "
            + (writer.getType() == Schema.Type.RECORD ? writer.getFullName() : writer.getType())
            + ", which is not a record of "
            + OUR_RECORDS);
  }

  private static MalformedRecordException malformed(
      String errorType, Version version, byte[] data, @Nullable Throwable cause) {
    String detail = cause == null ? "" : ": " + cause.getMessage();
    return new MalformedRecordException(
        errorType,
        "a value of "
            + data.length
            + " bytes is not a whole "
            + version.writer().getFullName()
            + " of schema id "
            + version.id()
            + " ("
            + errorType
            + ")"
            + detail,
        cause);
  }
}
