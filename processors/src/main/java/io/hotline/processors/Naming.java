package io.hotline.processors;

import java.util.Properties;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Named;

/**
 * Names of what is in a topology: a processor is a verb and a noun, a store is {@code
 * <what>-by-<key>}. A builder from here refuses to build a topology in which a store or an internal
 * topic has a generated name, which the next change of the code would move.
 */
final class Naming {

  private Naming() {}

  static StreamsBuilder builder() {
    Properties properties = new Properties();
    // Two keys that StreamsConfig demands and a topology's naming does not look at.
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "naming");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
  }

  static Named named(String name) {
    return Named.as(name);
  }
}
