package io.github.unitscope.visualize.maximize;

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
}
