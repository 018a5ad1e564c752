package io.hotline.cli.workbench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.hotline.cli.reading.RecordText;
import io.hotline.processors.RuleTrial.Verdict;
import io.hotline.processors.rules.Finding;
import io.hotline.schemas.RecordJson;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Prints what a rule says of texts. Not safe for several threads. */
public abstract sealed class VerdictPrinter implements AutoCloseable {

  /** For people; {@code width} is the terminal's. */
  public static VerdictPrinter table(PrintStream out, int width) {
    return new Table(out, width);
  }

  /** One JSON array, an object an item. */
  public static VerdictPrinter json(PrintStream out) throws IOException {
    return new Json(out);
  }

  /** Prints one item's verdicts. */
  public abstract void print(EnrichedItem item, List<Verdict> verdicts) throws IOException;

  @Override
  public abstract void close() throws IOException;

  private static final class Table extends VerdictPrinter {
    private final PrintStream out;
    private final int width;
    private int items;
    private int events;
    private int fires;

    Table(PrintStream out, int width) {
      this.out = out;
      this.width = width;
    }

    @Override
    public void print(EnrichedItem item, List<Verdict> verdicts) {
      items++;
      for (Verdict verdict : verdicts) {
        Event event = item.getEvents().get(verdict.event());
        events++;
        fires += verdict.matches() ? 1 : 0;
        out.print(verdict.matches() ? "FIRES   " : "silent  ");
        out.println(RecordText.of(item, event, verdict.sentence(), width));
        for (Finding finding : verdict.findings()) {
          out.println(
              (finding.holds() ? "    yes  " : "    NO   ") + RecordText.clean(finding.words()));
        }
      }
    }

    @Override
    public void close() {
      out.printf(
          "%,d %s, %,d %s, of which the rule fires for %,d%n",
          items, items == 1 ? "item" : "items", events, events == 1 ? "event" : "events", fires);
      out.flush();
    }
  }

  private static final class Json extends VerdictPrinter {
    private final JsonGenerator json;

    Json(PrintStream out) throws IOException {
      json = new JsonFactory().createGenerator(out);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartArray();
    }

    @Override
    public void print(EnrichedItem item, List<Verdict> verdicts) throws IOException {
      json.writeStartObject();
      json.writeStringField("itemId", item.getItem().getId());
      json.writeStringField("source", item.getItem().getSource());
      json.writeStringField("published", item.getItem().getPublished().toString());
      json.writeArrayFieldStart("events");
      for (Verdict verdict : verdicts) {
        json.writeStartObject();
        json.writeBooleanField("matches", verdict.matches());
        json.writeStringField("sentence", verdict.sentence());
        json.writeArrayFieldStart("clauses");
        for (Finding finding : verdict.findings()) {
          json.writeStartObject();
          json.writeStringField("clause", finding.clause());
          json.writeBooleanField("holds", finding.holds());
          json.writeStringField("words", finding.words());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("event");
        RecordJson.write(item.getEvents().get(verdict.event()), json);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
      json.writeEndArray();
      json.writeRaw('\n');
      json.close();
    }
  }
}
