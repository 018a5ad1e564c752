package io.hotline.processors;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Signal;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** Routes a signal to the topic of its rule. */
record SignalTopicNames(Namespace namespace) implements TopicNameExtractor<String, Signal> {

  @Override
  public String extract(String itemId, Signal signal, RecordContext context) {
    return of(signal);
  }

  String of(Signal signal) {
    return Topics.signals(namespace, signal.getRuleId()).name();
  }
}
