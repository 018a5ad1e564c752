package io.hotline.processors.stories;

import io.hotline.processors.stories.Stories.Told;
import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertKind;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.TimelineEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells one story and notes the alerts it is worth.
 *
 * <p>Each {@link Development} is a strand of the story with a status of its own: a first report of
 * a call is news also where a meeting was reported before. Of what one item says of one strand,
 * only its news is told: what takes the event back, else what is furthest on.
 */
final class Story {

  private final String storyId;
  private final Map<String, Strand> strands = new HashMap<>();
  private final Map<String, Integer> reached = new HashMap<>();
  private final List<TimelineEntry> timeline = new ArrayList<>();
  private final List<Alert> alerts = new ArrayList<>();
  private final List<Integer> corroboratedBy;

  private Story(String storyId, List<Integer> corroboratedBy) {
    this.storyId = storyId;
    this.corroboratedBy = corroboratedBy;
  }

  /** What one item says of one strand. */
  private record Voice(String itemId, String strand) {}

  /**
   * The alerts of a story.
   *
   * @param told its signals as they are told, those that were retracted too
   */
  static List<Alert> alerts(String storyId, List<Told> told) {
    List<Integer> counts =
        told.stream()
            .map(Told::signal)
            .max(Comparator.comparing(Signal::getRuleVersion))
            .map(Signal::getCorroboratedBy)
            .orElse(List.of());
    Story story = new Story(storyId, counts);
    Map<Voice, Signal> active = news(told, SignalState.ACTIVE);
    Map<Voice, Signal> retracted = news(told, SignalState.RETRACTED);
    active.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Stories.TOLD))
        .forEach(
            each ->
                story.tell(each.getValue(), each.getKey().strand(), retracted.get(each.getKey())));
    story.retract(retracted);
    return story.alerts;
  }

  private static Map<Voice, Signal> news(List<Told> told, SignalState state) {
    Map<Voice, Signal> news = new LinkedHashMap<>();
    for (Told each : told) {
      if (each.signal().getState() == state) {
        news.merge(
            new Voice(each.signal().getItemId(), each.strand()), each.signal(), Story::weightier);
      }
    }
    return news;
  }

  private static Signal weightier(Signal first, Signal second) {
    int byStatus =
        Integer.compare(
            StatusOrder.weight(second.getEvent().getStatus()),
            StatusOrder.weight(first.getEvent().getStatus()));
    if (byStatus != 0) {
      return byStatus > 0 ? second : first;
    }
    return second.getEvent().getConfidence() > first.getEvent().getConfidence() ? second : first;
  }

  private void tell(Signal signal, String name, @Nullable Signal former) {
    Strand strand = strands.computeIfAbsent(name, ignored -> new Strand());
    EventStatus before = strand.status();
    int sourcesBefore = strand.independentSources();
    Strand.Effect effect = strand.tell(signal);
    EventStatus now = strand.status();
    if (effect != Strand.Effect.NONE) {
      timeline.add(entry(signal));
    }
    switch (effect) {
      case FIRST -> raise(AlertKind.FIRST_REPORT, signal, name, "", null, strand);
      case CHANGE ->
          raise(AlertKind.STATUS_CHANGE, signal, name, reached(name, now), before, strand);
      case SUPPORT, NONE -> {}
    }
    if (former != null && former.getEvent().getStatus() != signal.getEvent().getStatus()) {
      raise(
          AlertKind.CORRECTED,
          signal,
          name,
          signal.getItemId() + " " + signal.getEvent().getStatus(),
          former.getEvent().getStatus(),
          strand);
    }
    int from = effect == Strand.Effect.SUPPORT ? sourcesBefore : 1;
    for (int count : corroboratedBy) {
      if (count > from && count <= strand.independentSources()) {
        String which = count + " " + now + " " + reached.getOrDefault(name + " " + now, 0);
        if (alerts.stream()
            .noneMatch(alert -> alert.getId().equals(id("CORROBORATED", name, which)))) {
          raise(AlertKind.CORROBORATED, signal, name, which, null, strand);
        }
      }
    }
  }

  /** Strands of which nothing is left. */
  private void retract(Map<Voice, Signal> retracted) {
    Map<String, Signal> last = new TreeMap<>();
    retracted.forEach(
        (voice, signal) -> {
          if (!strands.containsKey(voice.strand())) {
            last.merge(voice.strand(), signal, BinaryOperator.maxBy(Stories.TOLD));
          }
        });
    last.forEach((strand, signal) -> raiseRetracted(signal, strand));
  }

  /** Which time this is that the strand reaches the status: an event may be called off twice. */
  private String reached(String name, EventStatus status) {
    return status + " " + reached.merge(name + " " + status, 1, Integer::sum);
  }

  private void raise(
      AlertKind kind,
      Signal cause,
      String name,
      String which,
      @Nullable EventStatus previous,
      Strand strand) {
    add(kind, cause, name, which, strand.status(), previous, strand.independentSources());
  }

  private void raiseRetracted(Signal last, String name) {
    timeline.add(entry(last));
    EventStatus status = last.getEvent().getStatus();
    add(AlertKind.RETRACTED, last, name, "", status, status, 0);
  }

  private void add(
      AlertKind kind,
      Signal cause,
      String name,
      String which,
      EventStatus status,
      @Nullable EventStatus previous,
      int independentSources) {
    alerts.add(
        Alert.newBuilder()
            .setId(id(kind.name(), name, which))
            .setStoryId(storyId)
            .setState(AlertState.ACTIVE)
            .setKind(kind)
            .setRuleId(cause.getRuleId())
            .setPublished(cause.getPublished())
            .setParties(cause.getParties())
            .setMode(cause.getEvent().getMode())
            .setStatus(status)
            .setPreviousStatus(previous)
            .setIndependentSources(independentSources)
            .setSummary(Summary.of(kind, cause, status, previous, independentSources))
            .setTimeline(List.copyOf(timeline))
            .build());
  }

  private String id(String kind, String name, String which) {
    return Identity.start("alert").with(storyId).with(kind).with(name).with(which).end();
  }

  private static TimelineEntry entry(Signal signal) {
    return TimelineEntry.newBuilder()
        .setSignalId(signal.getId())
        .setItemId(signal.getItemId())
        .setPublished(signal.getPublished())
        .setSource(signal.getSource())
        .setUrl(signal.getUrl())
        .setMode(signal.getEvent().getMode())
        .setReportedBy(
            signal.getEvent().getReportedBy().stream()
                .map(Story::name)
                .collect(Collectors.toList()))
        .setStatus(signal.getEvent().getStatus())
        .setSentence(signal.getSentence())
        .build();
  }

  private static String name(Speaker speaker) {
    return speaker.getName() == null ? speaker.getText() : speaker.getName();
  }
}
