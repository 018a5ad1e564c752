package io.hotline.schemas.wire;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.RecordTrust;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serializers and deserializers for values, of the classes that {@link ClusterConfig} names, ready
 * to use. Keys are strings: use Kafka's {@code StringSerializer} and kin.
 *
 * <p>What is made here is thread-safe if the named class is; ours are, and so are Confluent's.
 */
public final class AvroSerdes {

  private AvroSerdes() {}

  /**
   * Reads and writes values of one record type.
   *
   * @throws ConfigException if a class cannot be loaded or does not take its configuration
   */
  public static <T extends SpecificRecord> Serde<T> value(Class<T> type, ClusterConfig cluster) {
    return Serdes.serdeFrom(valueSerializer(type, cluster), valueDeserializer(type, cluster));
  }

  /**
   * Writes values of one record type.
   *
   * @throws ConfigException if the class cannot be loaded or does not take its configuration
   */
  public static <T extends SpecificRecord> Serializer<T> valueSerializer(
      Class<T> type, ClusterConfig cluster) {
    @SuppressWarnings("unchecked") // an Avro serializer takes any record
    Serializer<T> serializer = instance("serializer", cluster.serializer(), Serializer.class);
    serializer.configure(configuration(cluster), false);
    return serializer;
  }

  /**
   * Reads values of one record type. A good record of another type is a {@link
   * MalformedRecordException} like any other fault of a record, also if a foreign deserializer
   * finds it.
   *
   * @throws ConfigException if the class cannot be loaded or does not take its configuration
   */
  public static <T extends SpecificRecord> Deserializer<T> valueDeserializer(
      Class<T> type, ClusterConfig cluster) {
    Deserializer<?> deserializer =
        instance("deserializer", cluster.deserializer(), Deserializer.class);
    deserializer.configure(configuration(cluster), false);
    return new TypedDeserializer<>(type, deserializer);
  }

  /** As Kafka's clients would hand it to the classes, and what Confluent's need beyond ours. */
  static Map<String, Object> configuration(ClusterConfig cluster) {
    Map<String, Object> configuration = new HashMap<>(cluster.clientProperties());
    configuration.put("schema.registry.url", cluster.registryUrl());
    configuration.put("specific.avro.reader", true);
    return configuration;
  }

  /** The named class may be a foreign one, which does not vouch for our records. */
  private static <S> S instance(String key, String className, Class<S> kind) {
    RecordTrust.establish();
    try {
      return Class.forName(className).asSubclass(kind).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new ConfigException(
          key,
          className,
          "expected the name of a class on the class path that is a Kafka "
              + kind.getSimpleName()
              + " ("
              + e
              + ")");
    }
  }
}
