package io.github.unitscope.experiments.train;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.provenance.RunFolder;

/**
 * The training of one model: shows how it goes and writes what came out.
 *
 * @param <N> the kind of model
 */
public interface Training<N extends Network> {
  /** Every effective setting; manifests record it. */
  Object settings();

  /**
   * Trains.
   *
   * @throws InvalidInputException if the numbers left all bounds; what was good before can be
   *     written then
   */
  default N run(Workers workers, Terminal terminal) {
    return run(workers, terminal, Checkpoints.NONE);
  }

  /**
   * Trains, or goes on with a training that was stopped.
   *
   * @param checkpoints keep the state, and have the one to go on from
   * @throws InvalidInputException if the numbers left all bounds; what was good before can be
   *     written then
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  N run(Workers workers, Terminal terminal, Checkpoints checkpoints);

  /** Whether there is a model to write: after a training, also one that diverged. */
  boolean hasModel();

  /**
   * Writes {@code model.json}, {@code weights.npz}, {@code metrics.csv}, {@code times.csv} and
   * {@code training.png}.
   *
   * @param prefix before the names of the files, for a folder within the run's
   */
  void write(RunFolder folder, String prefix);

  /** One line on how it went. */
  String summary();
}
