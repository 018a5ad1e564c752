package io.hotline.cli;

import io.hotline.processors.Processors;
import io.hotline.processors.TopologyRunner;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.ArrayList;
import java.util.List;

/** Kafka's own meters of the topologies that run in this process. */
final class StreamsMeters implements AutoCloseable {
  private final List<KafkaStreamsMetrics> bound;

  private StreamsMeters(List<KafkaStreamsMetrics> bound) {
    this.bound = bound;
  }

  static StreamsMeters bind(Processors processors, MeterRegistry registry) {
    List<KafkaStreamsMetrics> bound = new ArrayList<>();
    for (TopologyRunner runner : processors.runners().values()) {
      KafkaStreamsMetrics metrics =
          new KafkaStreamsMetrics(runner.streams(), Tags.of("application", runner.applicationId()));
      metrics.bindTo(registry);
      bound.add(metrics);
    }
    return new StreamsMeters(bound);
  }

  @Override
  public void close() {
    bound.forEach(KafkaStreamsMetrics::close);
  }
}
