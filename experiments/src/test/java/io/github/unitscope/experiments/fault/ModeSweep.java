package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Faults at the calls of one command in one mode. */
final class ModeSweep implements Attempts {
  private final Path parent;
  private final Scenario scenario;
  private final Mode mode;
  private final Commands commands;
  private final Snapshot start;
  private final Invariants invariants;
  private final List<FileCall> calls;
  private final Set<String> seen = new HashSet<>();

  private ModeSweep(
      Path parent,
      Scenario scenario,
      Mode mode,
      Commands commands,
      Snapshot start,
      Invariants invariants,
      List<FileCall> calls) {
    this.parent = parent;
    this.scenario = scenario;
    this.mode = mode;
    this.commands = commands;
    this.start = start;
    this.invariants = invariants;
    this.calls = calls;
  }

  /**
   * Counts the calls of an undisturbed run.
   *
   * @param parent the folder that the run's is in
   */
  static ModeSweep of(Path parent, Scenario scenario, Mode mode, Commands commands)
      throws IOException {
    Snapshot start = commands.start(mode);
    start.restore(parent);
    List<FileCall> calls;
    Outcome outcome;
    try (Watch watch = Watch.begin(parent, Fault.NONE, 0, null)) {
      outcome = Outcome.of(commands.first(mode));
      calls = watch.calls();
    }
    Snapshot whole = commands.whole();
    Invariants invariants = new Invariants(mode, start, whole);
    List<String> problems = invariants.afterNextRun(outcome, Snapshot.of(parent));
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          scenario.name() + " " + mode + " does not run without faults: " + problems + outcome);
    }
    return new ModeSweep(parent, scenario, mode, commands, start, invariants, calls);
  }

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public String mode() {
    return mode.name();
  }

  @Override
  public List<FileCall> calls() {
    return calls;
  }

  @Override
  public List<String> attempt(Trial trial) throws IOException {
    start.restore(parent);
    List<String> problems = new ArrayList<>();
    List<Outcome> others = new ArrayList<>();
    boolean fired;
    Outcome outcome;
    try (Watch watch =
        Watch.begin(parent, trial.fault(), trial.at(), () -> meanwhile(others, problems))) {
      Outcome ended = Outcome.of(commands.first(mode));
      fired = watch.hasFired();
      // What a dead process says on its way out, nobody hears.
      outcome = trial.fault().isKill() ? Outcome.DEAD : ended;
    }
    if (!fired) {
      return List.of("the command made other calls than before");
    }
    DeadProcess.sign(parent);
    // Readers put back what a kill left aside.
    problems.addAll(read());
    problems.addAll(invariants.afterFault(trial, outcome, others, Snapshot.of(parent)));
    if (trial.again() > 0) {
      killAgain(trial.again());
    }
    finish(problems);
    return problems;
  }

  /** Another process reads what is there, and does the same work. */
  private void meanwhile(List<Outcome> others, List<String> problems) {
    if (mode.hasOld()) {
      problems.addAll(read());
    }
    others.add(Outcome.of(commands.first(mode)));
  }

  /** Where an earlier run was, there is always one to be read. */
  private List<String> read() {
    List<String> problems = new ArrayList<>();
    if (mode.hasOld()) {
      for (List<String> reader : scenario.readers()) {
        List<String> words = new ArrayList<>(reader);
        words.add(parent.resolve(Surroundings.PLACE).toString());
        Outcome outcome = Outcome.of(words);
        if (!outcome.isDone()) {
          problems.add(String.join(" ", reader) + " finds no run");
        }
      }
    }
    return problems;
  }

  private void killAgain(int at) throws IOException {
    List<String> words = next();
    runAndDie(words, at);
    DeadProcess.sign(parent);
  }

  /** It may come to its end before. */
  private void runAndDie(List<String> words, int at) {
    Watch watch = Watch.begin(parent, Fault.KILL, at, null);
    try {
      Outcome.of(words);
    } finally {
      watch.close();
    }
  }

  /** Equal states are finished equally: one of them tells. */
  private void finish(List<String> problems) throws IOException {
    List<String> words = next();
    Snapshot left = DeadProcess.anonymous(Snapshot.of(parent));
    if (seen.add(words + left.hash())) {
      Outcome outcome = Outcome.of(words);
      problems.addAll(invariants.afterNextRun(outcome, Snapshot.of(parent)));
    }
  }

  private List<String> next() throws IOException {
    return commands.next(mode, Snapshot.of(parent));
  }
}
