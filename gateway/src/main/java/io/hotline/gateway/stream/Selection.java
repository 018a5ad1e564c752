package io.hotline.gateway.stream;

import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.TopicKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which topics a listener wants.
 *
 * @param topics full names
 * @param allSignals also every signals topic there is, and every one that comes
 */
public record Selection(Set<String> topics, boolean allSignals) {

  /** The name that stands for every signals topic. */
  public static final String ALL_SIGNALS = "signals";

  public Selection {
    topics = Set.copyOf(topics);
  }

  /**
   * Reads names, short or full, separated by commas.
   *
   * @throws UnknownTopicException naming the topic that does not exist and those that do
   */
  public static Selection of(String names, List<ListedTopic> listed) {
    Set<String> topics = new LinkedHashSet<>();
    boolean allSignals = false;
    for (String name : names.split(",", -1)) {
      if (name.equals(ALL_SIGNALS)) {
        allSignals = true;
      } else {
        topics.add(find(name, listed).topic());
      }
    }
    return new Selection(topics, allSignals);
  }

  /** Whether a listener wants it. */
  public boolean includes(ListedTopic topic) {
    return topics.contains(topic.topic()) || (allSignals && topic.kind() == TopicKind.SIGNAL);
  }

  private static ListedTopic find(String name, List<ListedTopic> listed) {
    // A rule may be called like one of the house's own topics, which then goes first.
    Optional<ListedTopic> own =
        listed.stream()
            .filter(topic -> topic.kind() != TopicKind.SIGNAL && topic.name().equals(name))
            .findFirst();
    return own.or(
            () ->
                listed.stream()
                    .filter(topic -> topic.name().equals(name) || topic.topic().equals(name))
                    .findFirst())
        .orElseThrow(
            () ->
                new UnknownTopicException(
                    "there is no topic '"
                        + name
                        + "'; there are "
                        + ALL_SIGNALS
                        + (listed.isEmpty() ? "" : ", ")
                        + String.join(", ", listed.stream().map(ListedTopic::name).toList())));
  }
}
