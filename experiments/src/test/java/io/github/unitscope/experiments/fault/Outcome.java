package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import java.util.List;

/**
 * How a command ended.
 *
 * @param code its exit code; 137 if it was killed
 * @param err what it said on standard error, without warnings
 */
record Outcome(int code, List<String> err) {
  /** The exit code that a shell gives to what was killed: 128 and the number of the signal. */
  static final int KILLED = 137;

  /** It was killed. */
  static final Outcome DEAD = new Outcome(KILLED, List.of());

  /** Runs a command. */
  static Outcome of(List<String> words) {
    try {
      CommandLine result = CommandLine.run(words.toArray());
      return new Outcome(
          result.code(),
          result.err().lines().filter(line -> !line.startsWith("warning: ")).toList());
    } catch (Killed e) {
      return DEAD;
    }
  }

  boolean isDone() {
    return code == Unitscope.DONE;
  }

  boolean isKilled() {
    return code == KILLED;
  }

  /** Whether it failed as a program should: with one line, which is no bug's. */
  boolean isOneLine() {
    return code == Unitscope.FAILED
        && err.size() == 1
        && err.get(0).startsWith("unitscope: ")
        && !err.get(0).contains("this is a bug")
        && !err.get(0).contains("Exception");
  }
}
