package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the trainings of all stacks have in common: layer by layer, epoch by epoch, with a model to
 * keep when the numbers leave all bounds.
 *
 * @param <N> the kind of model
 */
abstract class StackTraining<N extends FullyConnected> implements Training<N> {
  private static final int COPIES_IN_TRAINING = 3;
  private static final int COPIES_IN_STORING = 2;

  private final Dataset dataset;
  private final long seed;
  private final List<TrainingReport.Row> epochs = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private N model;
  private boolean diverged;

  StackTraining(Dataset dataset, long seed) {
    this.dataset = dataset;
    this.seed = seed;
  }

  @Override
  public final N run(Workers workers, Terminal terminal, Checkpoints checkpoints) {
    requireMemory();
    try (TrainingProgress progress =
        new TrainingProgress(terminal, dataset.name(), totalEpochs())) {
      model = train(workers, Seed.root(seed).derive(command()), progress, checkpoints);
    }
    return model;
  }

  /** Of each layer the weights, what moves them, and a copy in the heap when they are stored. */
  private void requireMemory() {
    int below = dataset.shape().size();
    for (int units : layers()) {
      double bytes = Float.BYTES * (double) below * units;
      String what =
          String.format(
              Locale.ROOT, "the weights of a layer of %d units on %d (--layers)", units, below);
      if ((double) below * units > Matrix.MOST_VALUES) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "%s must be at most %d: give fewer units", what, Matrix.MOST_VALUES));
      }
      MemoryNeed.requireNative(what, COPIES_IN_TRAINING * bytes);
      MemoryNeed.requireHeap(what, COPIES_IN_STORING * bytes);
      below = units;
    }
  }

  /** The units of every layer. */
  abstract List<Integer> layers();

  /**
   * Trains; where the numbers leave all bounds {@link #keep} gets what was good before.
   *
   * @param trainingSeed of everything random
   */
  abstract N train(
      Workers workers, Seed trainingSeed, TrainingProgress progress, Checkpoints checkpoints);

  /** The command that trains this kind, which the seed depends on. */
  abstract String command();

  abstract int totalEpochs();

  abstract List<TrainingReport.Column> columns();

  /** What goes into {@code model.json}. */
  abstract Object describe(N trained);

  /** What goes into {@code weights.npz}. */
  abstract Map<String, NpyArray> arrays(N trained);

  /** Keeps the last good state of a training that diverged; it may be null. */
  final void keep(N lastGood) {
    model = lastGood;
    diverged = true;
  }

  final void add(TrainingReport.Row epoch, double itsSeconds) {
    epochs.add(epoch);
    seconds.add(itsSeconds);
  }

  final Dataset dataset() {
    return dataset;
  }

  final long seed() {
    return seed;
  }

  final boolean diverged() {
    return diverged;
  }

  @Override
  public final boolean hasModel() {
    return model != null;
  }

  @Override
  public final void write(RunFolder folder, String prefix) {
    TrainingReport report = new TrainingReport(columns(), epochs);
    ModelOutput.write(folder, prefix, describe(model), arrays(model), report);
    folder.writeText(prefix + RunFolder.TIMES, report.times(seconds));
  }

  @Override
  public final String summary() {
    double all = seconds.stream().mapToDouble(Double::doubleValue).sum();
    return String.format(
        Locale.ROOT,
        "trained %d layers on %s in %s s",
        model.layers().size(),
        dataset.name(),
        Numbers.brief(all));
  }
}
