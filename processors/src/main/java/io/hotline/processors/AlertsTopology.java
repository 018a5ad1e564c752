package io.hotline.processors;

import static io.hotline.processors.Naming.named;

import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.processors.stories.Stories;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Signal;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** The signals of all rules to stories, and what is new in them to alerts. */
public final class AlertsTopology {

  private AlertsTopology() {}

  /** Builds it. Rules that are applied later are read as soon as their topic is seen. */
  public static Topology build(
      Namespace namespace,
      Serde<Signal> signals,
      Serde<Alert> alerts,
      Serde<DeadLetter> deadLetters) {
    StreamsBuilder builder = Naming.builder();
    DeadLetterBranch letters = new DeadLetterBranch(namespace, deadLetters);
    Serde<Signal> internalSignals =
        TopicPinned.serde(signals, signal -> Topics.signals(namespace, signal.getRuleId()).name());
    Serde<Alert> internalAlerts =
        TopicPinned.serde(alerts, alert -> Topics.alerts(namespace).name());

    builder.stream(
            Topics.signalsPattern(namespace),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName("read-signals")
                .withTimestampExtractor(new EventTimes()))
        .process(DecodeRecord.as("decode-signal", signals.deserializer()), named("decode-signal"))
        .split(named("by-outcome-"))
        .branch(
            (key, outcome) -> outcome instanceof Done,
            Branched.withConsumer(
                done ->
                    done.mapValues(
                            outcome -> Outcome.value(outcome).value(), named("unwrap-signal"))
                        .selectKey((item, signal) -> Stories.group(signal), named("key-by-story"))
                        .repartition(
                            Repartitioned.with(Serdes.String(), internalSignals)
                                .withName("signals-to-story")
                                .withNumberOfPartitions(Topics.alerts(namespace).partitions()))
                        .process(
                            UpdateStory.of(namespace, internalSignals, internalAlerts),
                            named(UpdateStory.STAGE))
                        .split(named("by-story-"))
                        .branch(
                            (key, outcome) -> outcome instanceof Done,
                            Branched.withConsumer(
                                alert ->
                                    alert
                                        .mapValues(Outcome::value, named("unwrap-alert"))
                                        .to(
                                            Topics.alerts(namespace).name(),
                                            Produced.with(Serdes.String(), alerts)
                                                .withName("write-alerts")),
                                "alert"))
                        .branch(
                            (key, outcome) -> outcome instanceof Rejected,
                            letters.of("too-late", "late-letter", Outcome::letter))
                        .noDefaultBranch(),
                "signal"))
        .branch(
            (key, outcome) -> outcome instanceof Rejected,
            letters.of("rejected", "dead-letter", Outcome::letter))
        .noDefaultBranch();

    return builder.build();
  }
}
