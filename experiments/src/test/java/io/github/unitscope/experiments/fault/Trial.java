package io.github.unitscope.experiments.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One run of a command with a fault.
 *
 * @param fault what happens
 * @param at at which call, from 1
 * @param call which that is in an undisturbed run
 * @param again at which call the next run is killed too; 0 if it is not
 */
record Trial(Fault fault, int at, FileCall call, int again) {

  /** All that can be tried with the calls of a command. */
  static List<Trial> all(List<FileCall> calls) {
    List<Trial> trials = new ArrayList<>();
    for (int at = 1; at <= calls.size(); at++) {
      FileCall call = calls.get(at - 1);
      for (Fault fault :
          List.of(
              Fault.FAIL, Fault.FAIL_HALFWAY, Fault.KILL, Fault.KILL_HALFWAY, Fault.MEANWHILE)) {
        if (fault.concerns(call.kind())) {
          trials.add(new Trial(fault, at, call, 0));
        }
      }
      if (Fault.KILL.concerns(call.kind())) {
        // Anywhere: the steps spread over the calls of the next run.
        trials.add(new Trial(Fault.KILL, at, call, 1 + at * 7919 % calls.size()));
      }
    }
    return trials;
  }

  @Override
  public String toString() {
    String then = again == 0 ? "" : ", and the next run killed at its call " + again;
    return String.format(Locale.ROOT, "%s at call %d, %s%s", fault, at, call, then);
  }
}
