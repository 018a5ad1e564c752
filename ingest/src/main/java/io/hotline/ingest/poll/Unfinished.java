package io.hotline.ingest.poll;

import io.hotline.schemas.record.HealthStatus;
import io.hotline.schemas.record.PollState;
import io.hotline.schemas.record.PolledSource;
import io.hotline.schemas.record.SourceHealth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll some of whose entries wait for their pages. Its state is written when all of them are
 * published, so that whoever takes over before asks the feed again. Not thread-safe.
 */
final class Unfinished {

  private final PolledSource source;
  private final PollState before;
  private final Poll.Step step;
  private final List<Summary> left;
  private int beingRead;
  private int missing;
  private @Nullable String firstProblem;

  Unfinished(PolledSource source, PollState before, Poll.Step step) {
    this.source = source;
    this.before = before;
    this.step = step;
    this.left = new ArrayList<>(step.summaries());
  }

  PolledSource source() {
    return source;
  }

  /** What was known of the source before this poll. */
  PollState before() {
    return before;
  }

  PollState state() {
    return step.state();
  }

  /** Those whose pages nobody reads yet. */
  List<Summary> left() {
    return List.copyOf(left);
  }

  void started(Summary summary) {
    left.remove(summary);
    beingRead++;
  }

  void finished(Articles.Article article) {
    beingRead--;
    if (article.problem() != null) {
      missing++;
      firstProblem = firstProblem == null ? article.problem() : firstProblem;
    }
  }

  /** Somebody else goes on with the source. */
  void abandon() {
    left.clear();
  }

  boolean isDone() {
    return left.isEmpty() && beingRead == 0;
  }

  /** How the source is doing, its pages included. */
  SourceHealth health() {
    if (missing == 0) {
      return step.health();
    }
    List<String> problems = new ArrayList<>(step.health().getProblems());
    problems.add(
        "%d of %d pages give no text: %s"
            .formatted(missing, step.summaries().size(), firstProblem));
    HealthStatus status = step.health().getStatus();
    return SourceHealth.newBuilder(step.health())
        .setProblems(problems)
        .setStatus(status == HealthStatus.FINE ? HealthStatus.SUSPECT : status)
        .build();
  }
}
