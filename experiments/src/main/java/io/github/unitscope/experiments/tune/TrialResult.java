package io.github.unitscope.experiments.tune;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is known of a finished trial.
 *
 * @param trial its number
 * @param values its choices
 * @param criterion what is to be small; null if it failed
 * @param tie what decides between equal criteria, to be small too; null if it failed
 * @param epoch of the fine-tuning that was chosen; 0 where there was none
 * @param seconds that it took
 * @param problem one line on why it failed; empty if it did not
 */
public record TrialResult(
    int trial,
    Map<String, String> values,
    Double criterion,
    Double tie,
    int epoch,
    double seconds,
    String problem) {

  /**
   * @throws InvalidInputException if a value is missing: a file that holds this is damaged
   */
  public TrialResult {
    if (values == null || problem == null || (criterion == null) == problem.isEmpty()) {
      throw new InvalidInputException("a finished trial has either a criterion or a problem");
    }
    if (criterion != null && (tie == null || !Double.isFinite(criterion))) {
      throw new InvalidInputException("the criterion of a trial must be a finite number");
    }
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether it came to an end without a problem. */
  public boolean succeeded() {
    return criterion != null;
  }
}
