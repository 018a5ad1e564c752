package io.hotline.cli.replay;

import io.hotline.cli.flow.KafkaAnswers;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

/**
 * The topics and consumer groups of one replay. What a replay makes can be made again, so it is
 * cleared without asking; what is not a replay's is never touched.
 */
public final class ReplayNamespace implements AutoCloseable {
  private static final String PREFIX = "replay";

  private final Namespace namespace;
  private final Admin admin;

  /**
   * @throws IllegalArgumentException if the name does not begin with {@code replay}
   */
  public ReplayNamespace(ClusterConfig cluster, Namespace namespace) {
    if (!namespace.value().startsWith(PREFIX)) {
      throw new IllegalArgumentException(
          "--into '" + namespace + "': the name of a replay begins with 'replay'");
    }
    this.namespace = namespace;
    this.admin = Admin.create(cluster.toClientProperties());
  }

  /** Removes everything of a former replay of this name; tells whether there was one. */
  public boolean clear() {
    Set<String> topics = topics(name -> isOurs(name) || isInternal(name));
    Set<String> groups =
        KafkaAnswers.await(admin.listGroups().all()).stream()
            .map(GroupListing::groupId)
            .filter(this::isGroup)
            .collect(Collectors.toSet());
    KafkaAnswers.await(admin.deleteConsumerGroups(groups).all());
    KafkaAnswers.await(admin.deleteTopics(topics).all());
    return !topics.isEmpty();
  }

  /** Removes what only the applications needed, and keeps what subscribers may want to read. */
  public void clearInternal() {
    KafkaAnswers.await(admin.deleteTopics(topics(this::isInternal)).all());
  }

  private Set<String> topics(Predicate<String> wanted) {
    return KafkaAnswers.await(admin.listTopics().names()).stream()
        .filter(wanted)
        .collect(Collectors.toSet());
  }

  private boolean isOurs(String topic) {
    return topic.startsWith(namespace + ".");
  }

  private boolean isInternal(String topic) {
    return topic.startsWith(namespace + "-")
        && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
  }

  private boolean isGroup(String group) {
    return group.matches(java.util.regex.Pattern.quote(namespace.value()) + "-[a-z]+");
  }

  @Override
  public void close() {
    admin.close();
  }
}
