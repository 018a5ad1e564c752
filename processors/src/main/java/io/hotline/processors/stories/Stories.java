package io.hotline.processors.stories;

import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Cuts the signals of one rule and one set of parties into stories. */
public final class Stories {

  /** Silence of this length, by time of publication, ends a story: a weekend and a day. */
  public static final Duration LONGEST_SILENCE = Duration.ofHours(72);

  /**
   * A story is cut after this time even without a silence, so that parties who are in the news
   * every day do not have one story for ever, in which nothing is ever first.
   */
  public static final Duration LONGEST_STORY = Duration.ofDays(14);

  /**
   * A report of something that was over for longer than this when it was published is no news: it
   * neither opens a story nor changes one.
   */
  public static final Duration STALE_AFTER = Duration.ofDays(7);

  /** The order in which the signals of a story are told, whatever the order of their arrival. */
  static final Comparator<Signal> TOLD =
      Comparator.comparing(Signal::getPublished)
          .thenComparing(Signal::getSource)
          .thenComparing(Signal::getItemId)
          .thenComparing(signal -> signal.getEvent().getSentence().getStart())
          .thenComparing(Signal::getId);

  private Stories() {}

  /** The signals that stories of one kind share. */
  public static String group(Signal signal) {
    return signal.getRuleId() + " " + String.join(",", signal.getParties());
  }

  /**
   * A story: its signals as they are told, those that were retracted too. They hold the story's
   * place in time, so that a retraction does not make another story of the rest.
   */
  public record Cut(String storyId, List<Signal> signals) {
    public Cut {
      signals = List.copyOf(signals);
    }

    public Instant end() {
      return signals.get(signals.size() - 1).getPublished();
    }

    public List<Alert> alerts() {
      return Story.alerts(storyId, signals);
    }
  }

  /**
   * The stories in a set of signals of one {@link #group}, oldest first. A story begins with the
   * first signal after the former story's last moment, and takes in what follows until there is a
   * {@link #LONGEST_SILENCE} or the {@link #LONGEST_STORY} is over.
   */
  public static List<Cut> cut(Collection<Signal> signals) {
    List<Signal> told = signals.stream().filter(Stories::isNews).sorted(TOLD).toList();
    List<Cut> stories = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= told.size(); i++) {
      if (i == told.size() || isNewStory(told.get(start), told.get(i - 1), told.get(i))) {
        stories.add(new Cut(storyId(told.get(start)), told.subList(start, i)));
        start = i;
      }
    }
    return stories;
  }

  private static boolean isNewStory(Signal first, Signal last, Signal next) {
    return next.getPublished().isAfter(last.getPublished().plus(LONGEST_SILENCE))
        || next.getPublished().isAfter(first.getPublished().plus(LONGEST_STORY));
  }

  /** By the day, so that a report that comes late and was hours earlier keeps the story's id. */
  private static String storyId(Signal first) {
    return Identity.start("story")
        .with(first.getRuleId())
        .with(first.getParties())
        .with(first.getPublished().atZone(ZoneOffset.UTC).toLocalDate().toString())
        .end();
  }

  private static boolean isNews(Signal signal) {
    EventStatus status = signal.getEvent().getStatus();
    EventTime time = signal.getEvent().getEventTime();
    return status != EventStatus.HISTORICAL_BACKGROUND
        && !(status == EventStatus.OCCURRED
            && time != null
            && time.getTo().plus(STALE_AFTER).isBefore(signal.getPublished()));
  }
}
