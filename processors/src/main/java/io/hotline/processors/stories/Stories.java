package io.hotline.processors.stories;

import io.hotline.schemas.record.Alert;
import io.hotline.schemas.record.EventStatus;
import io.hotline.schemas.record.EventTime;
import io.hotline.schemas.record.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Tells the signals of one rule and one set of parties apart into stories. */
public final class Stories {

  /**
   * Silence of this length, by time of publication, ends a meeting or a call: a weekend and a day.
   */
  public static final Duration LONGEST_SILENCE = Duration.ofHours(72);

  /**
   * After this time a story takes in nothing new beside what it began with, so that parties who are
   * in the news every day do not have one story for ever, in which nothing is ever first; and what
   * was said to come, without a date, is waited for this long.
   */
  public static final Duration LONGEST_STORY = Duration.ofDays(14);

  /** A plan for a later time than this from its first report is waited for no longer. */
  public static final Duration LONGEST_PLAN = Duration.ofDays(180);

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
   * A signal in its place.
   *
   * @param strand which of the story's developments it reports: {@code IN_PERSON 1}
   */
  record Told(Signal signal, String strand) {}

  /**
   * A story: its signals as they are told, those that were retracted too. They hold the story's
   * place in time, so that a retraction does not make another story of the rest.
   */
  public record Cut(String storyId, List<Told> told) {
    public Cut {
      told = List.copyOf(told);
    }

    public List<Signal> signals() {
      return told.stream().map(Told::signal).toList();
    }

    public List<Alert> alerts() {
      return Story.alerts(storyId, told);
    }
  }

  /**
   * The stories in a set of signals of one {@link #group}, by their beginnings.
   *
   * <p>Each signal goes to the development that it fits best. One that fits none begins a
   * development: in the story that its item tells already, or in one that is not about other people
   * and in which something happened within the {@link #LONGEST_SILENCE}; else in a new story.
   */
  public static List<Cut> cut(Collection<Signal> signals) {
    List<StoryDraft> stories = new ArrayList<>();
    signals.stream()
        .filter(Stories::isNews)
        .sorted(TOLD)
        .forEach(
            signal -> {
              if (!StoryDraft.addToBest(stories, signal)) {
                stories.add(new StoryDraft(signal, stories));
              }
            });
    return stories.stream().map(StoryDraft::cut).toList();
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
