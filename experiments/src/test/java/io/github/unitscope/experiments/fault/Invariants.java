package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What must hold of the folder and of what commands say, whatever fails. */
final class Invariants {
  private enum Place {
    NOTHING,
    OLD,
    NEW,
    BROKEN
  }

  /**
   * Of a run that fails to tidy up nobody expects that it is tidy; and a lock that it could not get
   * may be another's.
   */
  private static final Set<Kind> TIDYING = EnumSet.of(Kind.DELETE, Kind.LIST, Kind.LOCK);

  private final Mode mode;
  private final Snapshot start;
  private final Snapshot timeless;

  /**
   * @param mode of the command
   * @param start what was there before it
   * @param whole the run that it leaves if nothing fails
   */
  Invariants(Mode mode, Snapshot start, Snapshot whole) {
    this.mode = mode;
    this.start = start;
    this.timeless = RunContent.timeless(whole);
  }

  /**
   * What is wrong after a run with a fault.
   *
   * @param outcome how it ended
   * @param others how other processes ended, where there were any
   * @param state what is there now
   */
  List<String> afterFault(Trial trial, Outcome outcome, List<Outcome> others, Snapshot state) {
    List<String> problems = new ArrayList<>();
    Place place = place(state);
    requireOthers(state, problems);
    if (place == Place.BROKEN) {
      problems.add("the place holds neither the old nor the new run");
    }
    if (place == Place.NOTHING && mode.hasOld()) {
      problems.add("the old run is gone from its place");
    }
    if (place != Place.OLD && !mode.succeeds()) {
      problems.add("a run was replaced without --force");
    }
    requireWord(outcome, problems);
    others.forEach(other -> requireWord(other, problems));
    boolean done = outcome.isDone() || others.stream().anyMatch(Outcome::isDone);
    if (done && place != Place.NEW) {
      problems.add("the command reports success, and the new run is not there");
    }
    if (trial.fault() == Fault.MEANWHILE && done != mode.succeeds()) {
      problems.add("of two processes none did the work: " + outcome + " " + others);
    }
    // What cannot be read of the old run is not deleted either.
    boolean ofTheOld = trial.call().path().contains(".old");
    boolean tidies = !outcome.isKilled() && !TIDYING.contains(trial.call().kind()) && !ofTheOld;
    if (tidies && !Surroundings.leftovers(state).isEmpty()) {
      problems.add("a run that failed and was not killed leaves hidden files");
    }
    return problems;
  }

  /** What is wrong after the next run, which nothing disturbs. */
  List<String> afterNextRun(Outcome outcome, Snapshot state) {
    List<String> problems = new ArrayList<>();
    requireOthers(state, problems);
    if (outcome.isDone() != mode.succeeds()) {
      problems.add("the next run ends with " + outcome);
    }
    requireWord(outcome, problems);
    Place wanted = mode.succeeds() ? Place.NEW : Place.OLD;
    if (place(state) != wanted) {
      problems.add("after the next run the place does not hold the " + wanted + " run");
    }
    List<String> left = Surroundings.leftovers(state);
    if (!left.isEmpty()) {
      problems.add("the next run leaves " + left);
    }
    if (state.has(Surroundings.PARTIAL)) {
      problems.add("the next run leaves unfinished work");
    }
    return problems;
  }

  private static void requireWord(Outcome outcome, List<String> problems) {
    if (!outcome.isDone() && !outcome.isKilled() && !outcome.isOneLine()) {
      problems.add("it does not fail with one line: " + outcome);
    }
  }

  private void requireOthers(Snapshot state, List<String> problems) {
    List<String> differences = Surroundings.decoys().differences(Surroundings.others(state));
    if (!differences.isEmpty()) {
      problems.add("what belongs to others is not as it was: " + differences);
    }
  }

  private Place place(Snapshot state) {
    if (!state.has(Surroundings.PLACE)) {
      return Place.NOTHING;
    }
    Snapshot run = state.below(Surroundings.PLACE);
    if (mode.hasOld() && run.equals(start.below(Surroundings.PLACE))) {
      return Place.OLD;
    }
    boolean whole = RunContent.timeless(run).equals(timeless) && RunContent.problems(run).isEmpty();
    return whole ? Place.NEW : Place.BROKEN;
  }
}
