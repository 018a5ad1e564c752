package io.hotline.ingest.poll;

import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.PollState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a polled source is doing, measured by its own habits. */
final class Checkup {

  /** Longer than this many of its usual pauses without anything new is silence. */
  private static final int PAUSES = 5;

  /** No source is silent before. */
  private static final Duration SHORTEST_SILENCE = Duration.ofHours(6);

  /** This many times its usual number of new items at once is a jump. */
  private static final int JUMP = 5;

  /** Fewer new items are never one. */
  private static final int SMALLEST_JUMP = 20;

  private Checkup() {}

  /**
   * What one poll gave.
   *
   * @param read entries in the feed
   * @param fresh those that were new or changed
   * @param lost those that could not be read
   * @param clamped those dated in the future
   * @param undated those without a date
   * @param sameDate whether all of several new entries bear the same date
   */
  record Counts(int read, int fresh, int lost, int clamped, int undated, boolean sameDate) {

    /** Of a poll that brought no feed. */
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, false);
  }

  static List<String> problems(PollState before, Counts counts) {
    List<String> problems = new ArrayList<>();
    if (counts.lost > 0) {
      problems.add("%d of %d entries cannot be read".formatted(counts.lost, counts.read));
    }
    if (counts.clamped > 0) {
      problems.add(
          "%d of %d entries are dated in the future".formatted(counts.clamped, counts.read));
    }
    if (counts.undated > 0) {
      problems.add("%d of %d entries have no date".formatted(counts.undated, counts.read));
    }
    if (counts.sameDate) {
      problems.add("all entries bear the same date");
    }
    double usual = before.getUsualItems();
    if (usual > 0 && counts.fresh >= SMALLEST_JUMP && counts.fresh > JUMP * usual) {
      problems.add(
          String.format(
              Locale.ROOT, "%d new entries at once, where %.1f are usual", counts.fresh, usual));
    }
    return problems;
  }

  static HealthStatus status(PollState after, List<String> problems, Instant now) {
    if (after.getGone()) {
      return HealthStatus.GONE;
    }
    if (after.getFailures() > 0) {
      return HealthStatus.FAILING;
    }
    if (isSilent(after, now)) {
      return HealthStatus.SILENT;
    }
    return problems.isEmpty() ? HealthStatus.FINE : HealthStatus.SUSPECT;
  }

  private static boolean isSilent(PollState state, Instant now) {
    Instant last = state.getLastItem();
    if (last == null || state.getHabitSeconds() == 0) {
      return false;
    }
    Duration pause = Duration.ofSeconds(state.getHabitSeconds() * PAUSES);
    Duration allowed = pause.compareTo(SHORTEST_SILENCE) > 0 ? pause : SHORTEST_SILENCE;
    return Duration.between(last, now).compareTo(allowed) > 0;
  }
}
