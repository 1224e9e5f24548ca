package io.github.unitscope.experiments.fault;

import java.util.ArrayList;
import java.util.List;

/** What stands at the place of a run when the command begins, and what it is told to do with it. */
enum Mode {
  /** Nothing is there. */
  FRESH(false, false, List.of()),
  /** An earlier run, which is not to be replaced. */
  REFUSED(true, false, List.of()),
  /** An earlier run, which is to be replaced. */
  FORCE(true, false, List.of("--force")),
  /** Unfinished work, which is to be finished. */
  RESUME(false, true, List.of("--resume")),
  /** An earlier run, and unfinished work to be finished in its place. */
  FORCE_RESUME(true, true, List.of("--force", "--resume")),
  /** An earlier run and unfinished work, neither of which is wanted. */
  RESTART(true, true, List.of("--force"));

  private final boolean hasOld;
  private final boolean hasPartial;
  private final List<String> options;

  Mode(boolean hasOld, boolean hasPartial, List<String> options) {
    this.hasOld = hasOld;
    this.hasPartial = hasPartial;
    this.options = options;
  }

  boolean hasOld() {
    return hasOld;
  }

  boolean hasPartial() {
    return hasPartial;
  }

  /** Whether the command is to leave a new run. */
  boolean succeeds() {
    return this != REFUSED;
  }

  /** The words of a command in this mode. */
  List<String> words(List<String> command) {
    List<String> words = new ArrayList<>(command);
    words.addAll(options);
    return words;
  }
}
