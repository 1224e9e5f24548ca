package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import java.util.Set;

/** What is maximized: a number that depends on what can be read from a network. Immutable. */
public interface Objective {

  /** What has to be read from the network. */
  Set<Readout> readouts();

  /**
   * The value for one row.
   *
   * @param pass after its forward pass
   * @param row of the pass
   */
  double value(Pass pass, int row);

  /**
   * Adds {@code weight} times the gradient with respect to the readouts to the row's gradients.
   *
   * @param pass after its forward pass
   * @param row of the pass
   * @param weight a factor
   */
  void addGradient(Pass pass, int row, float weight);

  /** The sum of this objective and another; neither changes. */
  default Objective plus(Objective other) {
    return WeightedSum.of(this, 1).and(other, 1);
  }

  /** This objective times a number; it does not change itself. */
  default Objective times(double factor) {
    return WeightedSum.of(this, factor);
  }
}
