package io.hotline.gateway.log;

import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.AlertState;
import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Event;
import io.hotline.schemas.record.Participant;
import io.hotline.schemas.record.Quote;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.SignalState;
import io.hotline.schemas.record.Speaker;
import io.hotline.schemas.record.TimelineEntry;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * What a record can be chosen by, whatever it is. Sets are empty where a record does not say.
 *
 * @param holds false for a retracted signal and a withdrawn alert
 * @param speakers names and entity ids
 * @param confidence 0 to 1; NaN for a record that has none
 */
public record Facets(
    boolean holds,
    Set<String> statuses,
    Set<String> modes,
    Set<String> countries,
    Set<String> speakers,
    Set<String> sources,
    double confidence) {

  /** Of a record that says nothing of the kind. */
  public static final Facets NONE =
      new Facets(true, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Double.NaN);

  public Facets {
    statuses = Set.copyOf(statuses);
    modes = Set.copyOf(modes);
    countries = Set.copyOf(countries);
    speakers = Set.copyOf(speakers);
    sources = Set.copyOf(sources);
  }

  static Facets of(SpecificRecord value) {
    if (value instanceof Signal signal) {
      Draft draft = new Draft();
      draft.add(signal.getEvent());
      draft.countries.addAll(signal.getParties());
      draft.sources.add(signal.getSource());
      return draft.facets(
          signal.getState() != SignalState.RETRACTED, signal.getEvent().getConfidence());
    }
    if (value instanceof Alert alert) {
      Draft draft = new Draft();
      draft.statuses.add(alert.getStatus().name());
      draft.modes.add(alert.getMode().name());
      draft.countries.addAll(alert.getParties());
      for (TimelineEntry step : alert.getTimeline()) {
        draft.sources.add(step.getSource());
        draft.speakers.addAll(step.getReportedBy());
      }
      return draft.facets(alert.getState() != AlertState.WITHDRAWN, Double.NaN);
    }
    if (value instanceof EnrichedItem item) {
      Draft draft = new Draft();
      item.getEvents().forEach(draft::add);
      for (Quote quote : item.getQuotes()) {
        if (quote.getSpeaker() != null) {
          draft.add(quote.getSpeaker());
        }
      }
      draft.sources.add(item.getItem().getSource());
      return draft.facets(
          true, item.getEvents().stream().mapToDouble(Event::getConfidence).max().orElse(0));
    }
    return NONE;
  }

  private static final class Draft {
    final Set<String> statuses = new HashSet<>();
    final Set<String> modes = new HashSet<>();
    final Set<String> countries = new HashSet<>();
    final Set<String> speakers = new HashSet<>();
    final Set<String> sources = new HashSet<>();

    void add(Event event) {
      statuses.add(event.getStatus().name());
      modes.add(event.getMode().name());
      event.getParticipants().stream().map(Participant::getCountry).forEach(countries::add);
      event.getReportedBy().forEach(this::add);
    }

    void add(Speaker speaker) {
      speakers.add(speaker.getName() == null ? speaker.getText() : speaker.getName());
      if (speaker.getEntity() != null) {
        speakers.add(speaker.getEntity());
      }
    }

    Facets facets(boolean holds, double confidence) {
      return new Facets(holds, statuses, modes, countries, speakers, sources, confidence);
    }
  }
}
