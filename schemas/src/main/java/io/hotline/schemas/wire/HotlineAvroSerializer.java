package io.hotline.schemas.wire;

import static java.util.Objects.requireNonNull;

import io.hotline.schemas.AvroLimits;
import io.hotline.schemas.RecordTrust;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes our records in the Confluent wire format. Takes the configuration of Confluent's {@code
 * KafkaAvroSerializer}: {@code schema.registry.url}, {@code auto.register.schemas} (true unless
 * given), {@code max.retries}, {@code retries.wait.ms}, {@code retries.max.wait.ms}, {@code
 * http.connect.timeout.ms}, {@code http.read.timeout.ms}, {@code basic.auth.*}, {@code
 * bearer.auth.token} and {@code schema.registry.ssl.*}.
 *
 * <p>Thread-safe once configured: a Kafka producer may be used by many threads, and so this is.
 * Each thread keeps a buffer and an encoder of its own.
 */
public final class HotlineAvroSerializer implements Serializer<SpecificRecord> {

  /** What is known of one record type on one topic. */
  private record Target(
      String topic, Schema schema, int id, SpecificDatumWriter<SpecificRecord> writer) {}

  /** What one thread works with; {@code last} saves the look-up for the common case. */
  private static final class Workplace {
    final WireBuffer buffer = new WireBuffer();
    final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(buffer, null);
    @Nullable Target last;
  }

  private final ThreadLocal<Workplace> workplaces = ThreadLocal.withInitial(Workplace::new);
  private final Map<String, Map<Schema, Target>> targets = new ConcurrentHashMap<>();
  private @Nullable RegistryClient registry;
  private boolean autoRegister;
  private String subjectSuffix = "-value";

  /** For Kafka, which calls {@link #configure} next. */
  public HotlineAvroSerializer() {
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
    WireConfig config = WireConfig.of(configs);
    registry = new RegistryClient(config);
    autoRegister = config.autoRegister();
    subjectSuffix = isKey ? "-key" : "-value";
  }

  /**
   * The bytes of a record; null for null, which on a compacted topic means removal.
   *
   * @throws MalformedRecordException if the record lacks a value it must have, or is too large
   * @throws RegistryUnavailableException if the schema's id cannot be had just now
   * @throws RegistryRefusedException if the registry does not take or have the schema
   */
  @Override
  @SuppressWarnings("NullAway") // Kafka's interface is not annotated: null in, null out
  public byte @Nullable [] serialize(String topic, @Nullable SpecificRecord data) {
    if (data == null) {
      return null;
    }
    Workplace workplace = workplaces.get();
    Target target = target(workplace, topic, data.getSchema());
    WireBuffer buffer = workplace.buffer;
    buffer.begin(target.id());
    try {
      target.writer().write(data, workplace.encoder);
      workplace.encoder.flush();
    } catch (AvroRuntimeException | NullPointerException | ClassCastException e) {
      throw unwritable(workplace, target, e);
    } catch (IOException e) {
      throw unwritable(workplace, target, e);
    }
    if (buffer.size() > AvroLimits.MAX_VALUE_BYTES) {
      int size = buffer.size();
      workplaces.remove();
      throw new MalformedRecordException(
          MalformedRecordException.OVER_LIMITS,
          target.schema().getFullName()
              + " takes "
              + size
              + " bytes, at most "
              + AvroLimits.MAX_VALUE_BYTES
              + " are allowed");
    }
    return buffer.end();
  }

  /** The encoder may hold half a record, so it is thrown away with its buffer. */
  private MalformedRecordException unwritable(Workplace workplace, Target target, Exception e) {
    workplaces.remove();
    workplace.last = null;
    return new MalformedRecordException(
        MalformedRecordException.UNWRITABLE_RECORD,
        target.schema().getFullName()
            + " cannot be written to "
            + target.topic()
            + ": "
            + e.getMessage(),
        e);
  }

  private Target target(Workplace workplace, String topic, Schema schema) {
    Target last = workplace.last;
    if (last != null && last.schema() == schema && last.topic().equals(topic)) {
      return last;
    }
    Map<Schema, Target> ofTopic =
        targets.computeIfAbsent(topic, unused -> new ConcurrentHashMap<>());
    Target target = ofTopic.get(schema);
    if (target == null) {
      target = new Target(topic, schema, id(topic, schema), new SpecificDatumWriter<>(schema));
      ofTopic.put(schema, target);
    }
    workplace.last = target;
    return target;
  }

  private int id(String topic, Schema schema) {
    RegistryClient configured = requireNonNull(registry, "configure() was not called");
    String subject = topic + subjectSuffix;
    return autoRegister ? configured.register(subject, schema) : configured.idOf(subject, schema);
  }
}
