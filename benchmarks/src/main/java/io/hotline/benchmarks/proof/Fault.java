package io.hotline.benchmarks.proof;

import java.util.List;

/** One way to break the house. */
interface Fault {

  /**
   * What became of it.
   *
   * @param name of the fault
   * @param held whether everything held that must
   * @param done what was done, with numbers
   * @param seen what was seen, with numbers
   */
  record Result(String name, boolean held, String done, String seen) {
    List<String> row() {
      return List.of(name, held ? "held" : "**FAILED**", done, seen);
    }
  }

  /** Breaks the house and looks. */
  Result run() throws Exception;
}
