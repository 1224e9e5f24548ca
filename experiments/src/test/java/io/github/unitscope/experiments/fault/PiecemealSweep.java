package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Faults at the calls of a command that fills a folder piece by piece. */
final class PiecemealSweep implements Attempts {
  private final Path parent;
  private final Piecemeal command;
  private final List<FileCall> calls;

  PiecemealSweep(Path parent, Piecemeal command) throws IOException {
    this.parent = parent;
    this.command = command;
    command.start().restore(parent);
    Outcome outcome;
    try (Watch watch = Watch.begin(parent, Fault.NONE, 0, null)) {
      outcome = command.run();
      calls = watch.calls();
    }
    List<String> problems = command.problemsAtEnd(Snapshot.of(parent));
    if (!outcome.isDone() || !problems.isEmpty()) {
      throw new IllegalStateException(command.name() + " " + outcome + " " + problems);
    }
  }

  @Override
  public String name() {
    return command.name();
  }

  @Override
  public String mode() {
    return "";
  }

  @Override
  public List<FileCall> calls() {
    return calls;
  }

  /** What arrives over a network comes in other portions every time: a late call may not come. */
  @Override
  public List<String> attempt(Trial trial) throws IOException {
    command.start().restore(parent);
    List<String> problems = new ArrayList<>();
    Outcome outcome;
    try (Watch watch = Watch.begin(parent, trial.fault(), trial.at(), command::run)) {
      Outcome ended = command.run();
      outcome = watch.hasFired() && trial.fault().isKill() ? Outcome.DEAD : ended;
    }
    DeadProcess.sign(parent);
    if (!outcome.isDone() && !outcome.isKilled() && !outcome.isOneLine()) {
      problems.add("it does not fail with one line: " + outcome);
    }
    Snapshot state = Snapshot.of(parent);
    problems.addAll(others(state));
    problems.addAll(command.problems(state));
    Outcome next = command.run();
    if (!next.isDone()) {
      problems.add("the next run ends with " + next);
    }
    state = Snapshot.of(parent);
    problems.addAll(others(state));
    problems.addAll(command.problemsAtEnd(state));
    return problems;
  }

  private static List<String> others(Snapshot state) {
    return Surroundings.decoys().differences(Surroundings.others(state)).stream()
        .map(difference -> "what belongs to others is not as it was: " + difference)
        .toList();
  }
}
