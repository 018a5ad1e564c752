package io.hotline.processors;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creates topics as the catalogue says they are. */
public final class HouseTopics {

  private HouseTopics() {}

  /**
   * Creates the fixed topics of a namespace that are not there yet, and leaves the others alone.
   *
   * @param replication replication factor, -1 for the broker's default
   * @return the names of those it created
   * @throws KafkaException if the cluster refuses or is away
   */
  public static List<String> create(ClusterConfig cluster, Namespace namespace, int replication) {
    try (Admin admin = Admin.create(cluster.toClientProperties())) {
      return create(admin, Topics.fixed(namespace), replication);
    }
  }

  /** Creates those of the topics that are not there yet; see {@link #create}. */
  public static List<String> create(
      Admin admin, Collection<? extends TopicSpec<?>> topics, int replication) {
    Map<String, KafkaFuture<Void>> answers =
        admin
            .createTopics(topics.stream().map(topic -> newTopic(topic, replication)).toList())
            .values();
    List<String> created = new ArrayList<>();
    for (TopicSpec<?> topic : topics) {
      if (isCreated(answers.get(topic.name()))) {
        created.add(topic.name());
      }
    }
    return created;
  }

  private static NewTopic newTopic(TopicSpec<?> topic, int replication) {
    Optional<Short> factor =
        replication == -1 ? Optional.empty() : Optional.of((short) replication);
    return new NewTopic(topic.name(), Optional.of(topic.partitions()), factor)
        .configs(topic.config());
  }

  @SuppressWarnings("NullAway") // the answer to each topic that was asked for
  private static boolean isCreated(@Nullable KafkaFuture<Void> answer) {
    try {
      answer.get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
    }
  }
}
