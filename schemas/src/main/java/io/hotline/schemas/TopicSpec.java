package io.hotline.schemas;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a topic is. Keys are UTF-8 strings everywhere; values are Avro in the Confluent wire format.
 *
 * @param keyMeaning what the key of a record says, for people
 * @param valueType the record type of the values
 * @param partitions number of partitions it is created with
 * @param config topic configuration it is created with, by Kafka's names
 */
public record TopicSpec<V extends SpecificRecord>(
    String name,
    String keyMeaning,
    Class<V> valueType,
    int partitions,
    Map<String, String> config) {

  public TopicSpec {
    config = Map.copyOf(config);
  }

  /** The subject of the value schema, by Confluent's TopicNameStrategy. */
  public String valueSubject() {
    return name + "-value";
  }
}
