package io.hotline.processors;

import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serdes for stores and repartition topics that write a value as it stands on its own topic, so
 * that the registry needs no subjects for what is internal.
 */
final class TopicPinned {

  private TopicPinned() {}

  static <T> Serde<T> serde(Serde<T> serde, Function<T, String> topic) {
    return Serdes.serdeFrom(
        (internal, value) ->
            value == null ? null : serde.serializer().serialize(topic.apply(value), value),
        serde.deserializer());
  }
}
