package io.hotline.processors.rules;

import io.hotline.schemas.record.TopicRule;
import java.util.List;

/** What came of reading a rule's YAML. */
public sealed interface ParsedRule {

  /** A good rule; its version is 0 until it is applied. */
  record Accepted(TopicRule rule) implements ParsedRule {}

  /** Everything that is wrong, in the order of the lines. */
  record Refused(List<Problem> problems) implements ParsedRule {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Something wrong.
   *
   * @param line from 1
   * @param column from 1
   * @param message what is wrong and what is allowed
   */
  record Problem(String file, int line, int column, String message) {
    @Override
    public String toString() {
      return file + ":" + line + ":" + column + ": " + message;
    }
  }
}
