package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.stacks.TiedStack;

/** The options of training one kind of stack. */
public interface StackKindOptions {
  /** Those that all stacks have. */
  StackOptions stack();

  /**
   * The training that they ask for.
   *
   * @throws UsageException if an option is out of its range
   */
  Training<? extends TiedStack<?>> training(Dataset dataset, long seed);
}
