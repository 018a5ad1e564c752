package io.hotline.cli;

import io.hotline.cli.reading.RecordPrinter;
import io.hotline.cli.reading.RecordPrinter.Format;
import io.hotline.cli.reading.TopicNames;
import io.hotline.cli.reading.TopicReader;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.wire.MalformedRecordException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hotline subscribe TOPIC}. */
@Command(
    name = "subscribe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Prints a topic's records as they come, until Ctrl-C.",
    footer = {
      "",
      "TOPIC is a rule's id (us-russia-contact), or alerts, items, enriched, dead-letters,",
      "rules, tallies, source-health, or a topic's full name.",
      "",
      "  hotline subscribe us-russia-contact --since 2025-01-20",
      "  hotline subscribe alerts --since 2025-01-20 --until 2025-01-21 --format ndjson"
    })
final class SubscribeCommand implements Callable<Integer> {
  @Mixin SettingsOptions options = new SettingsOptions();

  @Parameters(arity = "1..*", paramLabel = "TOPIC", description = "what to subscribe to")
  List<String> topics = new ArrayList<>();

  @Option(
      names = "--since",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "from this event time on (default: from now on)")
  @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "T",
      converter = EventTimes.class,
      description = "up to this event time; ends when all that is there has been printed")
  @Nullable Instant until;

  @Option(names = "--max", paramLabel = "N", description = "ends after N records")
  @Nullable Integer max;

  @Option(
      names = "--format",
      paramLabel = "table|json|ndjson",
      description = "table for people (default), json for one array, ndjson for a line each")
  Format format = Format.TABLE;

  @Spec picocli.CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (since != null && until != null && !since.isBefore(until)) {
      throw new ParameterException(spec.commandLine(), "--until must be after --since");
    }
    if (max != null && max < 1) {
      throw new ParameterException(spec.commandLine(), "--max must be at least 1");
    }
    Settings settings = options.settings();
    List<TopicSpec<? extends SpecificRecord>> found = new ArrayList<>();
    for (String topic : topics) {
      found.add(find(settings, topic));
    }
    try (TopicReader<SpecificRecord> reader = new TopicReader<>(settings.cluster(), found)) {
      List<String> missing = reader.missing();
      if (!missing.isEmpty()) {
        throw new UserException(
            "there is no topic "
                + String.join(", ", missing)
                + "; 'hotline topics list' shows what there is");
      }
      PrintStream out = Terminal.data();
      RecordPrinter printer = RecordPrinter.of(format, out, Terminal.width());
      boolean follow = until == null;
      Printing printing = new Printing(printer, out, max == null ? Integer.MAX_VALUE : max);
      Instant from = since == null && until != null ? Instant.MIN : since;
      try (Terminal.Interruptible running = new Terminal.Interruptible(reader::stop)) {
        reader.read(new TopicReader.Window(from, until, follow), printing);
        printer.finish();
      }
      return printing.malformed == 0 ? 0 : 1;
    }
  }

  private static TopicSpec<? extends SpecificRecord> find(Settings settings, String topic) {
    return TopicNames.find(settings.namespace(), topic)
        .orElseThrow(
            () ->
                new UserException(
                    "'"
                        + topic
                        + "' cannot be a topic; 'hotline topics list' shows what there is"));
  }

  private static final class Printing implements TopicReader.Receiver<SpecificRecord> {
    private final RecordPrinter printer;
    private final PrintStream out;
    private int left;
    int malformed;

    Printing(RecordPrinter printer, PrintStream out, int max) {
      this.printer = printer;
      this.out = out;
      this.left = max;
    }

    @Override
    public boolean receive(
        ConsumerRecord<byte[], byte[]> raw, String key, @Nullable SpecificRecord value) {
      if (value == null) {
        return true;
      }
      printer.print(value);
      left--;
      return left > 0 && !out.checkError();
    }

    @Override
    public void malformed(ConsumerRecord<byte[], byte[]> raw, MalformedRecordException why) {
      malformed++;
      System.err.printf(
          "hotline: %s-%d@%d: %s%n", raw.topic(), raw.partition(), raw.offset(), why.getMessage());
    }
  }
}
