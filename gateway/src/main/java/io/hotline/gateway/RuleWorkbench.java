package io.hotline.gateway;

import io.hotline.schemas.record.EnrichedItem;
import io.hotline.schemas.record.Signal;
import io.hotline.schemas.record.TopicRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries rules on texts and on the archive. The gateway has no extraction of its own; whoever starts
 * it may hand one in. Thread-safe.
 */
public interface RuleWorkbench {

  /** A text to try a rule on. */
  record Draft(String text, @Nullable String headline, Instant published, String source) {}

  /** What is wrong with a rule, and where; both counted from 1. */
  record Problem(int line, int column, String message) {}

  /** What one clause of a rule says of one event. */
  record Clause(boolean holds, String words) {}

  /**
   * What a rule says of one event.
   *
   * @param event index into the item's events
   * @param signal what it would give; null if it does not match
   */
  record Verdict(int event, boolean matches, List<Clause> clauses, @Nullable Signal signal) {
    public Verdict {
      clauses = List.copyOf(clauses);
    }
  }

  /**
   * What came of a test.
   *
   * @param rule null if it was refused, for these problems
   * @param item the text with what was found in it; null if the rule was refused
   * @param verdicts one for each event of the item
   */
  record Trial(
      List<Problem> problems,
      @Nullable TopicRule rule,
      @Nullable EnrichedItem item,
      List<Verdict> verdicts) {
    public Trial {
      problems = List.copyOf(problems);
      verdicts = List.copyOf(verdicts);
    }

    /** The rule was refused. */
    public static Trial refused(List<Problem> problems) {
      return new Trial(problems, null, null, List.of());
    }
  }

  /**
   * What came of a back-test.
   *
   * @param problems why the rule was refused; empty if it was not
   * @param items enriched items read
   * @param complete false if a limit was reached before the end of the window
   * @param counts signals in each step of the window
   * @param samples the first of them
   */
  record Backtest(
      List<Problem> problems,
      long items,
      long signals,
      boolean complete,
      List<Integer> counts,
      List<Signal> samples) {
    public Backtest {
      problems = List.copyOf(problems);
      counts = List.copyOf(counts);
      samples = List.copyOf(samples);
    }

    /** The rule was refused. */
    public static Backtest refused(List<Problem> problems) {
      return new Backtest(problems, 0, 0, true, List.of(), List.of());
    }
  }

  /** Tries a rule on a text. */
  Trial test(String yaml, Draft draft);

  /**
   * Tries a rule on the archive.
   *
   * @param step how long a step of the counts is
   */
  Backtest backtest(String yaml, Instant since, Instant until, Duration step)
      throws InterruptedException;
}
