package io.hotline.cli.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.cli.embedded.EmbeddedCluster.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.MessageUtil;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a broker that was killed owed is paid by the next one in its folder. */
@Timeout(180)
class KilledBrokerTest {

  private static final String TOPIC = "numbers";
  private static final String GROUP = "readers";
  private static final byte PREPARE_COMMIT = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void aTransactionThatWasAboutToCommitIsCommitted() throws Exception {
    Settings settings = new Settings(folder.resolve("data"), freePort(), freePort());
    String bootstrap = "localhost:" + settings.kafkaPort();
    Process child = ChildCluster.start(settings);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", "writer"),
                new StringSerializer(),
                new StringSerializer())) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(TOPIC, "one")).get();
      producer.sendOffsetsToTransaction(
          Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(1)),
          new ConsumerGroupMetadata(GROUP));
      producer.flush();
      decideToCommit(bootstrap);
      child.destroyForcibly().waitFor();
      producer.close(Duration.ZERO);
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(KilledBroker.wasIn(folder.resolve("data").resolve("kafka"))).isTrue();

    try (EmbeddedCluster cluster = EmbeddedCluster.start(settings);
        KafkaConsumer<byte[], String> consumer =
            new KafkaConsumer<>(
                Map.of(
                    "bootstrap.servers",
                    bootstrap,
                    "isolation.level",
                    "read_committed",
                    "group.id",
                    GROUP),
                new ByteArrayDeserializer(),
                new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      assertThat(consumer.committed(Set.of(partition), PATIENCE))
          .containsEntry(partition, new OffsetAndMetadata(1));
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      assertThat(consumer.poll(PATIENCE)).extracting(ConsumerRecord::value).containsExactly("one");
    }
    assertThat(KilledBroker.wasIn(folder.resolve("data").resolve("kafka"))).isFalse();
  }

  /** What the coordinator writes first when it is told to commit; the markers are sent after it. */
  private static void decideToCommit(String bootstrap) throws Exception {
    ConsumerRecord<byte[], byte[]> last = lastState(bootstrap);
    ByteBuffer bytes = ByteBuffer.wrap(last.value());
    short version = bytes.getShort();
    TransactionLogValue state = new TransactionLogValue(new ByteBufferAccessor(bytes), version);
    state.setTransactionStatus(PREPARE_COMMIT);
    state.setProducerEpoch((short) (state.producerEpoch() + 1));
    // only the admin client's name may write to the topics that are Kafka's own
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "client.id", "__admin_client"),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  last.topic(),
                  last.partition(),
                  last.key(),
                  MessageUtil.toVersionPrefixedBytes(version, state)))
          .get();
    }
  }

  private static ConsumerRecord<byte[], byte[]> lastState(String bootstrap) {
    List<TopicPartition> partitions =
        List.of(
            new TopicPartition("__transaction_state", 0),
            new TopicPartition("__transaction_state", 1));
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      ConsumerRecord<byte[], byte[]> last = null;
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!partitions.stream()
          .allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
          last = record;
        }
      }
      return Objects.requireNonNull(last, "no transaction was begun");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
