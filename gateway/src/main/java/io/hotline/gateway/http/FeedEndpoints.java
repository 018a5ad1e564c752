package io.hotline.gateway.http;

import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.notice.AtomFeed;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.stream.Selection;
import io.hotline.gateway.stream.UnknownTopicException;
import io.hotline.schemas.Namespace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;

/** Atom feeds of signals and alerts. */
public final class FeedEndpoints extends Endpoints {

  private final Namespace namespace;
  private final Catalogue catalogue;
  private final Recent recent;

  public FeedEndpoints(Namespace namespace, Catalogue catalogue, Recent recent) {
    this.namespace = namespace;
    this.catalogue = catalogue;
    this.recent = recent;
  }

  @Override
  List<Route> routes() {
    return List.of(Route.get("/feeds/{topic}.atom", Access.Level.READ, this::feed));
  }

  private Answer feed(Call call) {
    call.allow(Set.of());
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
    String name = call.variable("topic");
    return name.equals(Selection.ALL_SIGNALS)
        ? answer(name, "All signals", recent.feeds().ofAllSignals())
        : answer(name, title(topic(name)), recent.feeds().of(name));
  }

  private ListedTopic topic(String name) {
    return catalogue.topics().stream()
        .filter(topic -> topic.kind() == TopicKind.SIGNAL || topic.kind() == TopicKind.ALERT)
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UnknownTopicException("there is no feed of '" + name + "'; see /topics"));
  }

  private static String title(ListedTopic topic) {
    ListedTopic.ListedRule rule = topic.rule();
    return rule == null ? topic.name() : rule.title();
  }

  private Answer answer(String name, String title, List<AtomFeed.Entry> entries) {
    byte[] feed =
        AtomFeed.write(
            namespace.value(), name, "Hotline: " + title, "/feeds/" + name + ".atom", entries);
    return new Answer(
        200,
        "application/atom+xml;charset=utf-8",
        feed,
        Map.of(HttpHeader.CACHE_CONTROL, "no-cache", HttpHeader.ETAG, Answer.entityTag(feed)));
  }
}
