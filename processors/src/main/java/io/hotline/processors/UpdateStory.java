package io.hotline.processors;

import io.hotline.processors.Outcome.Done;
import io.hotline.processors.Outcome.Rejected;
import io.hotline.processors.stories.Stories;
import io.hotline.processors.stories.StoryGroup;
import io.hotline.processors.stories.StoryGroup.Settlement;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.Signal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
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
 * Keeps the stories and tells what changed in them.
 *
 * <p>Signals are taken at once and told every {@link #TOLD_EVERY}, so that the several signals of
 * one item, or of a burst of copies, wake a person once. That wall clock decides only when; what is
 * told in the end depends on the signals alone. A group that was changed and not yet told is in a
 * store of its own, so that a crash between the two loses nothing.
 *
 * <p>Keys are {@code <group>\0<id>}: a group is one range of each store. Groups that were used
 * lately are kept decoded, at most {@link #MOST_CACHED} signals.
 */
final class UpdateStory implements Processor<String, Signal, String, Outcome<Alert>> {

  static final String STAGE = "update-story";
  static final String SIGNALS = "signals-by-story";
  static final String ALERTS = "alerts-by-story";
  static final String UNTOLD = "untold-by-story";
  static final Duration TOLD_EVERY = Duration.ofMillis(100);

  private static final int MOST_CACHED = 20_000;
  private static final char SEPARATOR = '\0';

  private final Namespace namespace;
  private final Serde<Signal> serde;
  private final Map<String, StoryGroup> groups = new HashMap<>();
  private final Set<String> unsettled = new TreeSet<>();
  private @Nullable ProcessorContext<String, Outcome<Alert>> context;
  private @Nullable KeyValueStore<String, Signal> signals;
  private @Nullable KeyValueStore<String, Alert> alerts;
  private @Nullable KeyValueStore<String, byte[]> untold;

  private UpdateStory(Namespace namespace, Serde<Signal> serde) {
    this.namespace = namespace;
    this.serde = serde;
  }

  static ProcessorSupplier<String, Signal, String, Outcome<Alert>> of(
      Namespace namespace, Serde<Signal> signals, Serde<Alert> alerts) {
    return new ProcessorSupplier<>() {
      @Override
      public Processor<String, Signal, String, Outcome<Alert>> get() {
        return new UpdateStory(namespace, signals);
      }

      @Override
      public Set<StoreBuilder<?>> stores() {
        // In order, because the topology's description is compared as text.
        return new LinkedHashSet<>(
            List.of(
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(SIGNALS), Serdes.String(), signals),
                Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(ALERTS), Serdes.String(), alerts),
                Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(UNTOLD), Serdes.String(), Serdes.ByteArray())));
      }
    };
  }

  @Override
  public void init(ProcessorContext<String, Outcome<Alert>> context) {
    this.context = context;
    this.signals = context.getStateStore(SIGNALS);
    this.alerts = context.getStateStore(ALERTS);
    this.untold = context.getStateStore(UNTOLD);
    groups.clear();
    unsettled.clear();
    try (KeyValueIterator<String, byte[]> left = this.untold.all()) {
      left.forEachRemaining(entry -> unsettled.add(entry.key));
    }
    context.schedule(TOLD_EVERY, PunctuationType.WALL_CLOCK_TIME, ignored -> tell());
  }

  @Override
  @SuppressWarnings("NullAway") // init comes first
  public void process(Record<String, Signal> record) {
    Signal signal = record.value();
    String group = record.key();
    if (!group(group).take(signal)) {
      context.forward(
          record
              .withKey(signal.getItemId())
              .withValue(new Rejected<>(tooLate(signal, record.timestamp()))));
      return;
    }
    signals.put(group + SEPARATOR + signal.getId(), signal);
    if (unsettled.add(group)) {
      untold.put(group, new byte[] {1});
    }
  }

  @SuppressWarnings("NullAway") // init comes first
  private void tell() {
    for (String group : unsettled) {
      Settlement settlement = group(group).settle();
      for (Alert alert : settlement.alerts()) {
        String key = group + SEPARATOR + alert.getId();
        switch (alert.getState()) {
          case ACTIVE -> alerts.put(key, alert);
          case WITHDRAWN, UNKNOWN -> alerts.delete(key);
        }
        context.forward(
            new Record<>(
                alert.getId(), new Done<>(alert), EventTimes.timestamp(alert.getPublished())));
      }
      settlement.forgottenSignals().forEach(id -> signals.delete(group + SEPARATOR + id));
      settlement.forgottenAlerts().forEach(id -> alerts.delete(group + SEPARATOR + id));
      untold.delete(group);
    }
    unsettled.clear();
    shrink();
  }

  private StoryGroup group(String group) {
    StoryGroup known = groups.get(group);
    if (known == null) {
      known = new StoryGroup(all(signals, group), all(alerts, group));
      groups.put(group, known);
    }
    return known;
  }

  private static <T> List<T> all(@Nullable KeyValueStore<String, T> store, String group) {
    List<T> values = new ArrayList<>();
    if (store != null) {
      try (KeyValueIterator<String, T> found =
          store.prefixScan(group + SEPARATOR, new StringSerializer())) {
        found.forEachRemaining(entry -> values.add(entry.value));
      }
    }
    return values;
  }

  private void shrink() {
    int cached = groups.values().stream().mapToInt(StoryGroup::size).sum();
    Iterator<StoryGroup> each = new TreeMap<>(groups).values().iterator();
    while (cached > MOST_CACHED && each.hasNext()) {
      StoryGroup group = each.next();
      cached -= group.size();
      groups.values().remove(group);
    }
  }

  /**
   * Behind a repartition topic the record's first place is not known any more: the dead letter
   * names the topic, and holds the signal as it stands there.
   */
  private DeadLetter tooLate(Signal signal, long timestamp) {
    String topic = Topics.signals(namespace, signal.getRuleId()).name();
    return new DeadLetter(
        topic,
        -1,
        -1L,
        Instant.ofEpochMilli(timestamp),
        STAGE,
        "too-late",
        "signal "
            + signal.getId()
            + " was published more than "
            + StoryGroup.GRACE.toDays()
            + " days before the newest of its parties ("
            + Stories.group(signal)
            + "); its story is closed. To get its alerts, replay its time",
        ByteBuffer.wrap(signal.getItemId().getBytes(StandardCharsets.UTF_8)),
        ByteBuffer.wrap(serde.serializer().serialize(topic, signal)));
  }
}
