package io.hotline.processors;

import static io.hotline.processors.Naming.named;

import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** Enriched items and the rules in force to signals, a topic a rule. */
public final class SignalsTopology {

  private SignalsTopology() {}

  /**
   * Builds it. The topology keeps the rules it has read, so build one for each application.
   *
   * @param signalTopics asked before a rule is taken into force
   */
  public static Topology build(
      Namespace namespace,
      SignalTopics signalTopics,
      Serde<EnrichedItem> enriched,
      Serde<TopicRule> rules,
      Serde<Signal> signals,
      Serde<DeadLetter> deadLetters) {
    StreamsBuilder builder = Naming.builder();
    DeadLetterBranch letters = new DeadLetterBranch(namespace, deadLetters);
    SignalTopicNames topicNames = new SignalTopicNames(namespace);
    RuleBook book = new RuleBook(namespace, rules.deserializer(), signalTopics);

    builder.addGlobalStore(
        KeepRules.store(),
        Topics.rules(namespace).name(),
        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
            .withName("keep-rules")
            .withTimestampExtractor(new EventTimes()),
        () -> new KeepRules(book));

    builder.stream(
            Topics.enriched(namespace).name(),
            Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                .withName("read-enriched")
                .withTimestampExtractor(new EventTimes()))
        .process(
            DecodeRecord.as("decode-enriched", enriched.deserializer()), named("decode-enriched"))
        .process(
            MatchRules.of(book, TopicPinned.serde(signals, topicNames::of)),
            named(MatchRules.STAGE))
        .split(named("by-outcome-"))
        .branch(
            (key, outcome) -> outcome instanceof Done,
            Branched.withConsumer(
                done ->
                    done.mapValues(Outcome::value, named("unwrap-signal"))
                        .to(
                            topicNames,
                            Produced.with(Serdes.String(), signals).withName("write-signals")),
                "signal"))
        .branch(
            (key, outcome) -> outcome instanceof Rejected,
            letters.of("rejected", "dead-letter", Outcome::letter))
        .noDefaultBranch();

    return builder.build();
  }
}
