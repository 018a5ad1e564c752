package io.hotline.processors;

import static io.hotline.processors.Naming.named;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.DeadLetter;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.ValueMapper;

/** The way of what was rejected to the dead letters. */
record DeadLetterBranch(Namespace namespace, Serde<DeadLetter> deadLetters) {

  /**
   * A branch that ends there.
   *
   * @param name of the branch: {@code rejected}
   * @param letters what its letters are called in the names of its nodes: {@code dead-letter}
   */
  <V> Branched<String, V> of(String name, String letters, ValueMapper<V, DeadLetter> letter) {
    return Branched.withConsumer(
        rejected ->
            rejected
                .mapValues(letter, named("unwrap-" + letters))
                .to(
                    Topics.deadLetters(namespace).name(),
                    Produced.with(Serdes.String(), deadLetters).withName("write-" + letters + "s")),
        name);
  }
}
