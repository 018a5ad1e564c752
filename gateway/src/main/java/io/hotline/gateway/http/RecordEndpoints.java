package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.gateway.log.Catalogue;
import io.hotline.gateway.log.ListedTopic;
import io.hotline.gateway.log.LogWriter;
import io.hotline.gateway.log.TopicKind;
import io.hotline.gateway.recent.Finder;
import io.hotline.gateway.recent.Recent;
import io.hotline.gateway.recent.Sizes;
import io.hotline.schemas.record.Acknowledgement;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EnrichedItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;

/** Topics, and single records by id. */
public final class RecordEndpoints extends Endpoints {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 1_000;

  private final Catalogue catalogue;
  private final Recent recent;
  private final Finder finder;
  private final LogWriter writer;
  private final InstantSource clock;

  public RecordEndpoints(
      Catalogue catalogue, Recent recent, Finder finder, LogWriter writer, InstantSource clock) {
    this.catalogue = catalogue;
    this.recent = recent;
    this.finder = finder;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  List<Route> routes() {
    String acknowledgement = "/alerts/{id}/acknowledgement";
    return List.of(
        Route.get("/topics", Access.Level.READ, call -> topics()),
        Route.get("/items/{id}", Access.Level.READ, call -> Answer.record(item(call).getItem())),
        Route.get("/enriched/{id}", Access.Level.READ, call -> Answer.record(item(call))),
        Route.get("/signals/{id}", Access.Level.READ, this::signal),
        Route.get("/alerts/{id}", Access.Level.READ, call -> Answer.record(alert(call))),
        Route.get(acknowledgement, Access.Level.READ, call -> Answer.record(acknowledgement(call))),
        Route.of(HttpMethod.POST, acknowledgement, Access.Level.ADMIN, this::acknowledge),
        Route.of(HttpMethod.DELETE, acknowledgement, Access.Level.ADMIN, this::unacknowledge),
        Route.get(
            "/acknowledgements",
            Access.Level.READ,
            call -> Answer.records(ready().acknowledgements().values())),
        Route.get(
            "/sources", Access.Level.READ, call -> Answer.records(ready().sources().values())));
  }

  private Recent ready() {
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
    return recent;
  }

  private EnrichedItem item(Call call) throws InterruptedException {
    call.allow(Set.of("published"));
    ListedTopic topic =
        catalogue.topics().stream()
            .filter(listed -> listed.kind() == TopicKind.ENRICHED)
            .findFirst()
            .orElseThrow(() -> new Refused(Answer.comeBack("there is no topic of items yet")));
    return finder
        .enriched(topic, call.variable("id"), call.time("published"))
        .orElseThrow(
            () ->
                recent.isCaughtUp()
                    ? new Refused(
                        404,
                        "there is no item '"
                            + call.variable("id")
                            + "', or it is too old to be found without ?published=")
                    : new Refused(
                        Answer.comeBack("the gateway still reads what was there before")));
  }

  private Answer signal(Call call) {
    String json =
        ready()
            .signals()
            .json(call.variable("id"))
            .orElseThrow(
                () ->
                    new Refused(
                        404, "there is no signal '" + call.variable("id") + "', or it is too old"));
    return new Answer(
        200,
        "application/json",
        (json + "\n").getBytes(StandardCharsets.UTF_8),
        Map.of(HttpHeader.CACHE_CONTROL, "no-store"));
  }

  private Alert alert(Call call) {
    return ready()
        .alerts()
        .alert(call.variable("id"))
        .orElseThrow(
            () ->
                new Refused(
                    404, "there is no alert '" + call.variable("id") + "', or it is too old"));
  }

  private Acknowledgement acknowledgement(Call call) {
    return ready()
        .acknowledgements()
        .get(call.variable("id"))
        .orElseThrow(
            () -> new Refused(404, "nobody has acknowledged '" + call.variable("id") + "'"));
  }

  private Answer acknowledge(Call call) {
    ObjectNode body = call.body(Set.of("by", "note"));
    Alert alert = alert(call);
    String by = Call.text(body, "by", LONGEST_NAME);
    Acknowledgement made =
        Acknowledgement.newBuilder()
            .setAlertId(alert.getId())
            .setStoryId(alert.getStoryId())
            .setBy(by == null ? "" : by)
            .setNote(Call.text(body, "note", LONGEST_NOTE))
            .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
            .build();
    writer.acknowledge(alert.getId(), made);
    return Answer.record(made);
  }

  private Answer unacknowledge(Call call) {
    acknowledgement(call);
    writer.acknowledge(call.variable("id"), null);
    return Answer.done();
  }

  private Answer topics() {
    if (!catalogue.isRead()) {
      throw new Refused(Answer.comeBack(String.join("; ", catalogue.reasonsNotReady())));
    }
    return Answer.json(
        200,
        json -> {
          json.writeStartArray();
          for (ListedTopic topic : catalogue.topics()) {
            write(topic, json);
          }
          json.writeEndArray();
        });
  }

  private void write(ListedTopic topic, JsonGenerator json) throws IOException {
    Optional<Sizes.Size> size = recent.sizes().of(topic.topic());
    boolean hasFeed = topic.kind() == TopicKind.SIGNAL || topic.kind() == TopicKind.ALERT;
    json.writeStartObject();
    json.writeStringField("name", topic.name());
    json.writeStringField("topic", topic.topic());
    json.writeStringField("kind", topic.kind().label());
    json.writeNumberField("partitions", topic.partitionCount());
    json.writeStringField("stream", "/streams/" + topic.topic());
    json.writeStringField("feed", hasFeed ? "/feeds/" + topic.name() + ".atom" : null);
    json.writeNumberField("records", size.map(Sizes.Size::records).orElse(0L));
    json.writeBooleanField("recordsAreEstimate", size.map(Sizes.Size::isEstimate).orElse(true));
    json.writeStringField(
        "latest", size.map(Sizes.Size::latest).map(Object::toString).orElse(null));
    ListedTopic.ListedRule rule = topic.rule();
    if (rule == null) {
      json.writeNullField("rule");
    } else {
      json.writeObjectFieldStart("rule");
      json.writeStringField("id", rule.id());
      json.writeNumberField("version", rule.version());
      json.writeStringField("title", rule.title());
      json.writeStringField("yaml", rule.yaml());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
