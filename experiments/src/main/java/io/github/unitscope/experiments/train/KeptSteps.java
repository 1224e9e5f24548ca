package io.github.unitscope.experiments.train;

import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Adds to the states of a training what its parameters were after the steps that somebody wants to
 * see, so that these can be shown again after a resumption.
 */
final class KeptSteps implements Checkpoints {
  private static final String NAME = "seen_step_";

  private final Checkpoints states;
  private final SortedMap<Integer, float[]> seen = new TreeMap<>();

  /**
   * @param states where all is kept
   */
  KeptSteps(Checkpoints states) {
    this.states = states;
  }

  /** Remembers the parameters after a step. */
  void add(int step, float[] parameters) {
    if (states != NONE) {
      seen.put(step, parameters);
    }
  }

  /**
   * Reads what was kept.
   *
   * @param wanted the steps that somebody wants to see; 0 is before the first
   * @param done the last step that was done
   * @param parameters how many there are
   * @return the parameters by their steps
   * @throws io.github.unitscope.network.message.InvalidInputException if those of a wanted step are
   *     missing
   */
  SortedMap<Integer, float[]> restore(IntPredicate wanted, int done, int parameters) {
    KeptState.last(
        states,
        kept -> {
          for (int step = 0; step <= done; step++) {
            if (wanted.test(step)) {
              seen.put(step, kept.floats(NAME + step, parameters));
            }
          }
          return done;
        });
    return seen;
  }

  @Override
  public Optional<NpzReader> last() {
    return states.last();
  }

  @Override
  public boolean isDue() {
    return states.isDue();
  }

  @Override
  public void keep(Map<String, NpyArray> state) {
    Map<String, NpyArray> all = new LinkedHashMap<>(state);
    seen.forEach((step, values) -> all.put(NAME + step, NpyArray.of(values, values.length)));
    states.keep(all);
  }
}
