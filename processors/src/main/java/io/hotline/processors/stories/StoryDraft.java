package io.hotline.processors.stories;

import io.hotline.processors.stories.Stories.Told;
import io.hotline.schemas.record.Signal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A story while signals are sorted into stories. For one thread. */
final class StoryDraft {

  private final String id;
  private final Instant first;
  private final List<Told> told = new ArrayList<>();
  private final List<Development> developments = new ArrayList<>();

  /** Begins a story. */
  StoryDraft(Signal signal, List<StoryDraft> before) {
    this.id = id(signal, before);
    this.first = signal.getPublished();
    begin(signal);
  }

  /** By the day, so that a report that comes late and was hours earlier keeps the story's id. */
  private static String id(Signal first, List<StoryDraft> before) {
    String day = first.getPublished().atZone(ZoneOffset.UTC).toLocalDate().toString();
    int number = 1;
    String id = id(first, day, number);
    while (isTaken(id, before)) {
      number++;
      id = id(first, day, number);
    }
    return id;
  }

  private static boolean isTaken(String id, List<StoryDraft> before) {
    return before.stream().anyMatch(story -> story.id.equals(id));
  }

  private static String id(Signal first, String day, int number) {
    Identity id =
        Identity.start("story").with(first.getRuleId()).with(first.getParties()).with(day);
    return (number == 1 ? id : id.with(number)).end();
  }

  /** Puts a signal into the story it belongs to; tells whether there is one. */
  static boolean addToBest(List<StoryDraft> stories, Signal signal) {
    int most = -1;
    StoryDraft best = null;
    int development = 0;
    // The latest first: of what fits as well, the newer one is meant.
    for (int i = stories.size() - 1; i >= 0; i--) {
      StoryDraft story = stories.get(i);
      for (int d = story.developments.size() - 1; d >= 0; d--) {
        OptionalInt fit = story.developments.get(d).fit(signal);
        if (fit.isPresent() && fit.getAsInt() > most) {
          most = fit.getAsInt();
          best = story;
          development = d;
        }
      }
    }
    if (best != null) {
      best.add(signal, development);
      return true;
    }
    StoryDraft open = withRoomFor(stories, signal);
    if (open != null) {
      open.begin(signal);
    }
    return open != null;
  }

  private static @Nullable StoryDraft withRoomFor(List<StoryDraft> stories, Signal signal) {
    for (int i = stories.size() - 1; i >= 0; i--) {
      if (stories.get(i).tells(signal.getItemId())) {
        return stories.get(i);
      }
    }
    for (int i = stories.size() - 1; i >= 0; i--) {
      if (stories.get(i).hasRoomFor(signal)) {
        return stories.get(i);
      }
    }
    return null;
  }

  private boolean tells(String itemId) {
    return told.stream().anyMatch(each -> each.signal().getItemId().equals(itemId));
  }

  private boolean hasRoomFor(Signal signal) {
    Instant published = signal.getPublished();
    if (published.isAfter(first.plus(Stories.LONGEST_STORY))) {
      return false;
    }
    People people = People.of(signal.getEvent());
    return developments.stream()
        .anyMatch(
            each ->
                !published.isAfter(each.last().plus(Stories.LONGEST_SILENCE))
                    && (each.people().shared(people) > 0 || !each.people().differFrom(people)));
  }

  private void begin(Signal signal) {
    developments.add(new Development(signal));
    told.add(new Told(signal, strand(developments.size() - 1)));
  }

  private void add(Signal signal, int development) {
    developments.get(development).add(signal);
    told.add(new Told(signal, strand(development)));
  }

  /** {@code IN_PERSON 2}: the second of its family in the story. */
  private String strand(int development) {
    ModeFamily family = developments.get(development).family();
    long number =
        developments.subList(0, development + 1).stream()
            .filter(each -> each.family() == family)
            .count();
    return family + " " + number;
  }

  Stories.Cut cut() {
    return new Stories.Cut(id, told);
  }
}
