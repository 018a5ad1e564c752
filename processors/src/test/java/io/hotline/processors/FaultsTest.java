package io.hotline.processors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(named("a call is not answered", new TimeoutException("")), true),
        arguments(
            named("another took the transaction over", new ProducerFencedException("")), true),
        arguments(
            named("the coordinator gave the transaction up", new InvalidProducerEpochException("")),
            true),
        arguments(
            named("a broker died in the transaction", new InvalidTxnStateException("")), true),
        arguments(
            named("a leader lost what it had seen", new OutOfOrderSequenceException("")), true),
        arguments(
            named("no right to the transaction", new TransactionalIdAuthorizationException("")),
            false),
        arguments(named("no right to the topic", new TopicAuthorizationException("")), false),
        arguments(named("the record is too large", new RecordTooLargeException("")), false),
        arguments(named("no such topic", new MissingSourceTopicException("")), false),
        arguments(named("a fault of ours", new IllegalStateException("")), false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void whatMayPassIsToldFromWhatNeedsAPerson(Throwable fault, boolean mayPass) {
    assertThat(Faults.mayPass(new StreamsException("Error encountered trying to commit", fault)))
        .isEqualTo(mayPass);
  }
}
