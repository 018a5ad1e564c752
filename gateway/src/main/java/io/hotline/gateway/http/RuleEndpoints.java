package io.hotline.gateway.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hotline.gateway.RuleWorkbench;
import io.hotline.gateway.recent.Charts;
import io.hotline.gateway.recent.Recent;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.record.Signal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.avro.generic.IndexedRecord;
import org.eclipse.jetty.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/** The rules in force, and trials of rules that are not. */
public final class RuleEndpoints extends Endpoints {

  private static final int LONGEST_RULE = 256 * 1024;
  private static final int LONGEST_TEXT = 512 * 1024;
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_TRIALS = 2;

  private final Recent recent;
  private final @Nullable RuleWorkbench workbench;
  private final InstantSource clock;
  private final Semaphore trials = new Semaphore(MOST_TRIALS);

  public RuleEndpoints(Recent recent, @Nullable RuleWorkbench workbench, InstantSource clock) {
    this.recent = recent;
    this.workbench = workbench;
    this.clock = clock;
  }

  @Override
  List<Route> routes() {
    return List.of(
        Route.get("/rules", Access.Level.READ, call -> Answer.records(ready().rules().values())),
        Route.get("/rules/{id}", Access.Level.READ, this::rule),
        Route.of(HttpMethod.POST, "/rules/test", Access.Level.READ, this::test),
        Route.of(HttpMethod.POST, "/rules/backtest", Access.Level.READ, this::backtest));
  }

  private Recent ready() {
    if (!recent.isCaughtUp()) {
      throw new Refused(Answer.comeBack("the gateway still reads what was there before"));
    }
    return recent;
  }

  private Answer rule(Call call) {
    return Answer.record(
        ready()
            .rules()
            .get(call.variable("id"))
            .orElseThrow(() -> new Refused(404, "there is no rule '" + call.variable("id") + "'")));
  }

  private RuleWorkbench present() {
    if (workbench == null) {
      throw new Refused(
          501,
          "this gateway runs alone, without the extraction; 'hotline run' and 'hotline gateway"
              + " --workbench' have it, and so has 'hotline topics test'");
    }
    return workbench;
  }

  private Answer test(Call call) throws InterruptedException {
    RuleWorkbench bench = present();
    ObjectNode body = call.body(Set.of("yaml", "text", "headline", "published", "source"));
    String yaml = Call.needed(body, "yaml", LONGEST_RULE);
    Instant published = Call.time(body, "published");
    String source = Call.text(body, "source", LONGEST_LINE);
    RuleWorkbench.Draft draft =
        new RuleWorkbench.Draft(
            Call.needed(body, "text", LONGEST_TEXT),
            Call.text(body, "headline", LONGEST_LINE),
            published == null ? clock.instant() : published,
            source == null || source.isBlank() ? "pasted" : source);
    RuleWorkbench.Trial trial = tried(() -> bench.test(yaml, draft));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanField("accepted", trial.rule() != null);
          problems(trial.problems(), json);
          json.writeFieldName("rule");
          orNull(trial.rule(), json);
          json.writeFieldName("item");
          orNull(trial.item(), json);
          json.writeArrayFieldStart("verdicts");
          for (RuleWorkbench.Verdict verdict : trial.verdicts()) {
            verdict(verdict, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private Answer backtest(Call call) throws InterruptedException {
    RuleWorkbench bench = present();
    ObjectNode body = call.body(Set.of("yaml", "since", "until", "step"));
    String yaml = Call.needed(body, "yaml", LONGEST_RULE);
    Instant since = Call.time(body, "since");
    Instant until = Call.time(body, "until");
    if (since == null || until == null || !since.isBefore(until)) {
      throw new Refused(400, "since and until: expected two times, since the earlier");
    }
    Duration step = Steps.read(Call.text(body, "step", 100), since, until);
    RuleWorkbench.Backtest result = tried(() -> bench.backtest(yaml, since, until, step));
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeBooleanField("accepted", result.problems().isEmpty());
          problems(result.problems(), json);
          json.writeStringField("since", since.toString());
          json.writeStringField("until", until.toString());
          json.writeStringField("step", step.toString());
          json.writeNumberField("items", result.items());
          json.writeNumberField("signals", result.signals());
          json.writeBooleanField("complete", result.complete());
          json.writeArrayFieldStart("counts");
          for (int i = 0; i < Charts.steps(since, until, step); i++) {
            json.writeNumber(i < result.counts().size() ? result.counts().get(i) : 0);
          }
          json.writeEndArray();
          json.writeArrayFieldStart("samples");
          for (Signal sample : result.samples()) {
            RecordJson.write(sample, json);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private interface Work<T> {
    T run() throws InterruptedException;
  }

  /** A trial takes a core; there are not many. */
  private <T> T tried(Work<T> work) throws InterruptedException {
    if (!trials.tryAcquire()) {
      throw new Refused(
          Answer.comeBack(MOST_TRIALS + " rules are being tried, which is the limit"));
    }
    try {
      return work.run();
    } finally {
      trials.release();
    }
  }

  private static void problems(List<RuleWorkbench.Problem> problems, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("problems");
    for (RuleWorkbench.Problem problem : problems) {
      json.writeStartObject();
      json.writeNumberField("line", problem.line());
      json.writeNumberField("column", problem.column());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void verdict(RuleWorkbench.Verdict verdict, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("event", verdict.event());
    json.writeBooleanField("matches", verdict.matches());
    json.writeArrayFieldStart("clauses");
    for (RuleWorkbench.Clause clause : verdict.clauses()) {
      json.writeStartObject();
      json.writeBooleanField("holds", clause.holds());
      json.writeStringField("words", clause.words());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("signal");
    orNull(verdict.signal(), json);
    json.writeEndObject();
  }

  private static void orNull(@Nullable IndexedRecord record, JsonGenerator json)
      throws IOException {
    if (record == null) {
      json.writeNull();
    } else {
      RecordJson.write(record, json);
    }
  }
}
