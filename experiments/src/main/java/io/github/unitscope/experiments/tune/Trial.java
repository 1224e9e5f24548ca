package io.github.unitscope.experiments.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One choice of hyper-parameters.
 *
 * @param number from 1
 * @param values by option, in the order of the search space
 */
public record Trial(int number, Map<String, String> values) {
  /** Copies the values and keeps their order. */
  public Trial {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The words of a command line that train the stack. */
  public List<String> trainingOptions() {
    return options(false);
  }

  /** The words of a command line that fine-tune it. */
  public List<String> fineTuningOptions() {
    return options(true);
  }

  private List<String> options(boolean ofFineTuning) {
    List<String> words = new ArrayList<>();
    values.forEach(
        (option, value) -> {
          if (option.startsWith(Dimension.FINE_TUNE) == ofFineTuning) {
            words.add(
                "--" + (ofFineTuning ? option.substring(Dimension.FINE_TUNE.length()) : option));
            // A list of numbers has x between them, since commas are between the values.
            words.add(value.matches("[0-9.]+(x[0-9.]+)+") ? value.replace('x', ',') : value);
          }
        });
    return words;
  }
}
