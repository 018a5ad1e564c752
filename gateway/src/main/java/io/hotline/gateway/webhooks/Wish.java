package io.hotline.gateway.webhooks;

import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.stream.RecordFilter;
import io.hotline.gateway.stream.Selection;
import io.hotline.gateway.stream.UnknownTopicException;
import io.hotline.schemas.record.Webhook;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a subscriber asked to be told of. */
final class Wish {

  private Wish() {}

  /** The topics, of those there are. */
  static Set<String> topics(Webhook webhook, List<ListedTopic> listed) {
    Set<String> topics = new TreeSet<>();
    for (String name : webhook.getTopics()) {
      try {
        Selection selection = Selection.of(name, listed);
        listed.stream().filter(selection::includes).map(ListedTopic::topic).forEach(topics::add);
      } catch (UnknownTopicException notThereYet) {
        // its rule is applied later, or was removed; the other topics go on
      }
    }
    return topics;
  }

  /** The records, of those in the topics. */
  static RecordFilter filter(Webhook webhook) {
    return new RecordFilter(
        Set.copyOf(webhook.getStatuses()),
        Set.copyOf(webhook.getModes()),
        Set.copyOf(webhook.getCountries()),
        Set.copyOf(webhook.getSpeakers()),
        Set.copyOf(webhook.getSources()),
        webhook.getMinConfidence());
  }
}
