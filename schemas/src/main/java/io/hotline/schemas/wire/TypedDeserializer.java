package io.hotline.schemas.wire;

import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a deserializer one of a single record type, and what a foreign one throws ours, so that
 * readers see the same three kinds of fault whichever class is configured.
 */
final class TypedDeserializer<T extends SpecificRecord> implements Deserializer<T> {

  private final Class<T> type;
  private final Deserializer<?> deserializer;

  TypedDeserializer(Class<T> type, Deserializer<?> deserializer) {
    this.type = type;
    this.deserializer = deserializer;
  }

  /** Does nothing: what is wrapped is configured already. */
  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {}

  @Override
  @SuppressWarnings("NullAway") // Kafka's interface is not annotated: null in, null out
  public @Nullable T deserialize(String topic, byte @Nullable [] data) {
    Object record;
    try {
      record = deserializer.deserialize(topic, data);
    } catch (WireException ours) {
      throw ours;
    } catch (SerializationException e) {
      throw translated(e);
    }
    if (record == null) {
      return null;
    }
    if (!type.isInstance(record)) {
      throw new MalformedRecordException(
          MalformedRecordException.WRONG_RECORD_TYPE,
          "a record of "
              + record.getClass().getName()
              + " on the topic "
              + topic
              + ", expected "
              + type.getName());
    }
    return type.cast(record);
  }

  @Override
  public void close() {
    deserializer.close();
  }

  /**
   * Confluent's deserializer says SerializationException of bad bytes and of an absent registry
   * alike; only the cause tells them apart. An {@link EOFException} comes from the bytes, any other
   * {@link IOException} from the network.
   */
  private static WireException translated(SerializationException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException && !(cause instanceof EOFException)) {
        return new RegistryUnavailableException(e.getMessage() + ": " + cause, e);
      }
    }
    return new MalformedRecordException(
        MalformedRecordException.MALFORMED_VALUE, String.valueOf(e.getMessage()), e);
  }
}
