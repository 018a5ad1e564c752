package io.hotline.processors;

import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.PubStatus;
import io.hotline.schemas.record.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules about an item's events, and takes back what a former revision of the item said and
 * this one does not.
 *
 * <p>The store has an entry for each signal in force, under {@code <item id>\0<signal id>}. A first
 * revision has no former one, so it is not looked for; most items have no other.
 */
final class MatchRules
    implements Processor<String, Outcome<Read<EnrichedItem>>, String, Outcome<Signal>> {

  static final String STAGE = "match-rules";
  static final String STORE = "signals-by-item";

  /** How soon the dead letter of a rule that was refused appears. */
  private static final Duration REFUSALS_EVERY = Duration.ofSeconds(1);

  private static final char SEPARATOR = '\0';

  private final RuleBook book;
  private @Nullable ProcessorContext<String, Outcome<Signal>> context;
  private @Nullable KeyValueStore<String, Signal> former;

  private MatchRules(RuleBook book) {
    this.book = book;
  }

  static ProcessorSupplier<String, Outcome<Read<EnrichedItem>>, String, Outcome<Signal>> of(
      RuleBook book, Serde<Signal> signals) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Outcome<Read<EnrichedItem>>, String, Outcome<Signal>> get() {
        return new MatchRules(book);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        return Set.of(
            Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), signals));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome<Signal>> context) {
    this.context = context;
    this.former = context.getStateStore(STORE);
    if (context.taskId().partition() == 0) {
      context.schedule(
          REFUSALS_EVERY, PunctuationType.WALL_CLOCK_TIME, ignored -> forwardRefusals());
    }
  }

  @SuppressWarnings("NullAway") // init comes first
  private void forwardRefusals() {
    for (DeadLetter letter : book.drainRefused()) {
      String key =
          letter.getKey() == null
              ? ""
              : StandardCharsets.UTF_8.decode(letter.getKey().duplicate()).toString();
      context.forward(
          new Record<>(key, new Rejected<>(letter), EventTimes.timestamp(letter.getTimestamp())));
    }
  }

  @Override
  @SuppressWarnings("NullAway") // init comes first
  public void process(Record<String, Outcome<Read<EnrichedItem>>> record) {
    if (record.value() instanceof Rejected<Read<EnrichedItem>> rejected) {
      context.forward(record.withValue(new Rejected<>(rejected.letter())));
      return;
    }
    Read<EnrichedItem> read = Outcome.value(record.value());
    EnrichedItem item = read.value();
    long timestamp = EventTimes.timestamp(item.getItem().getPublished());
    Record<String, Outcome<Signal>> out =
        new Record<>(item.getItem().getId(), new Outcome.Repeated<>(), timestamp, record.headers());

    Map<String, Signal> before = item.getRevision() > 1 ? former(item) : Map.of();
    RuleMatches matches = match(read, out);
    Map<String, Signal> now = matches.signals();
    now.forEach(
        (id, signal) -> {
          Signal same = before.get(id);
          if (same == null || !ItemSignals.sameButForRevision(same, signal)) {
            former.put(key(item, id), signal);
            context.forward(out.withValue(new Done<>(signal)));
          }
        });
    before.forEach(
        (id, signal) -> {
          // What a rule that fails would say is not known, so nothing of it is taken back.
          if (!now.containsKey(id) && !matches.failed().containsKey(signal.getRuleId())) {
            former.delete(key(item, id));
            if (book.isRoutable(signal.getRuleId())) {
              context.forward(
                  out.withValue(
                      new Done<>(
                          ItemSignals.retracted(
                              signal, item.getRevision(), reason(item, signal)))));
            }
          }
        });
  }

  /** A rule that fails is a dead letter, and the others go on. */
  @SuppressWarnings("NullAway") // init comes first
  private RuleMatches match(Read<EnrichedItem> read, Record<String, Outcome<Signal>> out) {
    if (read.value().getEvents().isEmpty()) {
      return RuleMatches.NONE;
    }
    RuleMatches matches = RuleMatches.of(book.index(), read.value());
    matches
        .failed()
        .forEach(
            (id, e) ->
                context.forward(
                    out.withValue(
                        read.origin()
                            .reject(
                                STAGE,
                                "rule-failed",
                                "rule '" + id + "': " + e + "; the other rules went on"))));
    return matches;
  }

  @SuppressWarnings("NullAway") // init comes first
  private Map<String, Signal> former(EnrichedItem item) {
    Map<String, Signal> signals = new TreeMap<>();
    try (KeyValueIterator<String, Signal> found =
        former.prefixScan(item.getItem().getId() + SEPARATOR, new StringSerializer())) {
      while (found.hasNext()) {
        KeyValue<String, Signal> entry = found.next();
        if (entry.value.getItemId().equals(item.getItem().getId())) {
          signals.put(entry.value.getId(), entry.value);
        }
      }
    }
    return signals;
  }

  private static String key(EnrichedItem item, String signalId) {
    return item.getItem().getId() + SEPARATOR + signalId;
  }

  private String reason(EnrichedItem item, Signal signal) {
    if (item.getItem().getPubStatus() == PubStatus.CANCELED) {
      return signal.getSource() + " withdrew the item";
    }
    return book.rule(signal.getRuleId())
        .map(
            rule ->
                rule.rule().getVersion() == signal.getRuleVersion()
                    ? "revision " + item.getRevision() + " of the item no longer says so"
                    : "version " + rule.rule().getVersion() + " of the rule replaced it")
        .orElse("the rule was removed, and the item has a new revision");
  }
}
