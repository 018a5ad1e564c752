package io.hotline.gateway.webhooks;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogReader;
import io.hotline.gateway.log.LogUnavailableException;
import io.hotline.gateway.log.Partition;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.log.TopicLog;
import io.hotline.gateway.stream.Selection;
import io.hotline.schemas.record.Webhook;
import io.hotline.schemas.record.WebhookFormat;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may subscribe, and from where on a new subscriber is told. Thread-safe. */
final class Admission {

  private final TopicLog log;
  private final Catalogue catalogue;
  private final Targets targets;

  Admission(TopicLog log, Catalogue catalogue, Targets targets) {
    this.log = log;
    this.catalogue = catalogue;
    this.targets = targets;
  }

  /**
   * Checks what a subscriber says of itself.
   *
   * @throws IllegalArgumentException if something about it is wrong, or it cannot be called
   */
  void check(Webhook webhook) {
    if (!webhook.getId().matches("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?")) {
      throw new IllegalArgumentException(
          "id '" + webhook.getId() + "': use lower-case letters, digits and hyphens, at most 64");
    }
    Signature.check(webhook.getSecret());
    if (webhook.getTopics().isEmpty()) {
      throw new IllegalArgumentException("topics: expected at least one, see /topics");
    }
    for (String name : webhook.getTopics()) {
      Selection selection = Selection.of(name, catalogue.topics());
      for (ListedTopic topic : catalogue.topics()) {
        if (selection.includes(topic) && !tells(webhook.getFormat(), topic.kind())) {
          throw new IllegalArgumentException(
              "topics: " + webhook.getFormat() + " cannot tell of '" + topic.name() + "'");
        }
      }
    }
    var unused = Wish.filter(webhook);
    var address = Targets.address(webhook.getUrl());
    try {
      targets.resolve(address.getHost(), Math.max(address.getPort(), 0));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("url: " + e.getMessage(), e);
    }
  }

  private static boolean tells(WebhookFormat format, TopicKind kind) {
    return switch (format) {
      case JSON, CLOUDEVENTS -> true;
      case ALERTMANAGER -> kind == TopicKind.ALERT;
      default -> kind == TopicKind.ALERT || kind == TopicKind.SIGNAL;
    };
  }

  /**
   * Where a new subscriber begins: behind the last record of each of its topics.
   *
   * @throws LogUnavailableException if the cluster cannot be reached
   */
  Map<Partition, Long> beginning(Webhook webhook) {
    List<Partition> partitions = new ArrayList<>();
    for (String name : webhook.getTopics()) {
      Selection selection = Selection.of(name, catalogue.topics());
      catalogue.topics().stream()
          .filter(selection::includes)
          .map(ListedTopic::partitions)
          .forEach(partitions::addAll);
    }
    try (LogReader reader = log.reader()) {
      return reader.ends(partitions.stream().distinct().toList());
    }
  }
}
