package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.util.List;

/** A command whose calls are known, with any of which something may happen. */
interface Attempts {
  /** For the report: the command. */
  String name();

  /** For the report: what stands at its place, or what comes between. */
  String mode();

  /** The calls of an undisturbed run. */
  List<FileCall> calls();

  /** What can be tried. */
  default List<Trial> trials() {
    return Trial.all(calls());
  }

  /**
   * Runs the command with a fault, and then what a person would run next.
   *
   * @return what is not as it must be
   */
  List<String> attempt(Trial trial) throws IOException;
}
