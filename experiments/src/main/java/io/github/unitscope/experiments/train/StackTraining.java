package io.github.unitscope.experiments.train;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.stacks.TiedStack;
import io.github.unitscope.stacks.storage.StackFormat;
import io.github.unitscope.stacks.training.LayerMetrics;
import io.github.unitscope.stacks.training.StackSettings;
import io.github.unitscope.stacks.training.StackTrainer;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import io.github.unitscope.stacks.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the trainings of all stacks have in common: layer by layer, epoch by epoch, with a model to
 * keep when one diverges.
 *
 * @param <M> what is measured after an epoch
 * @param <N> the kind of model
 */
abstract class StackTraining<M extends LayerMetrics, N extends TiedStack<?>>
    implements Training<N> {
  private static final int COPIES_IN_TRAINING = 3;
  private static final int COPIES_IN_STORING = 2;

  private final StackKind kind;
  private final Class<N> type;
  private final List<TrainingReport.Column<M>> columns;
  private final StackSettings settings;
  private final Dataset dataset;
  private final long seed;
  private final List<M> epochs = new ArrayList<>();
  private N model;
  private boolean diverged;

  /**
   * @param kind of the stack; the seed depends on the command that trains it
   * @param type of the model
   * @param columns of the table of epochs
   * @param settings how to train
   * @param dataset what on
   * @param seed the root seed
   */
  StackTraining(
      StackKind kind,
      Class<N> type,
      List<TrainingReport.Column<M>> columns,
      StackSettings settings,
      Dataset dataset,
      long seed) {
    this.kind = kind;
    this.columns = columns;
    this.type = type;
    this.settings = settings;
    this.dataset = dataset;
    this.seed = seed;
  }

  @Override
  public final N run(Workers workers, Terminal terminal, Checkpoints checkpoints) {
    requireMemory();
    try (TrainingProgress progress =
        new TrainingProgress(terminal, dataset.name(), settings.totalEpochs())) {
      model =
          trainer(workers, new Listener(progress), checkpoints)
              .train(
                  dataset.train(), dataset.validation(), Seed.root(seed).derive(kind.seedWord()));
    } catch (TrainingDivergedException e) {
      model = e.lastGood(type).orElse(null);
      diverged = true;
      throw e;
    }
    return model;
  }

  /** Of each layer the weights, what moves them, and a copy in the heap when they are stored. */
  private void requireMemory() {
    int below = dataset.shape().size();
    for (int units : settings.layers()) {
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

  /** What trains this kind. */
  abstract StackTrainer<?, M, N> trainer(
      Workers workers, TrainingListener<Object, M> listener, Checkpoints checkpoints);

  /** How an epoch went, for people. */
  abstract String describe(M epoch);

  /** What goes into {@code model.json}. */
  abstract Object describe(N trained, TrainedOn trainedOn, long rootSeed, boolean hasDiverged);

  /** What goes into {@code weights.npz}. */
  Map<String, NpyArray> arrays(N trained) {
    return StackFormat.arrays(trained);
  }

  /** Collects the metrics and moves the bar. */
  private final class Listener implements TrainingListener<Object, M> {
    private final TrainingProgress progress;

    Listener(TrainingProgress progress) {
      this.progress = progress;
    }

    private int epochsOf(int layer) {
      return settings.layer(layer).epochs();
    }

    @Override
    public void onResume(int layer, long step, long steps, List<? extends M> measured) {
      epochs.addAll(measured);
      progress.onResume(layer, step, steps, measured.size());
    }

    @Override
    public void onStep(int layer, long step, long steps) {
      progress.onStep(step, steps, epochsOf(layer));
    }

    @Override
    public void onEpoch(M epoch, Object layer) {
      epochs.add(epoch);
      progress.onEpoch(
          String.format(
              Locale.ROOT,
              "layer %d epoch %d/%d, %s",
              epoch.layer(),
              epoch.epoch(),
              epochsOf(epoch.layer()),
              describe(epoch)));
    }
  }

  final Dataset dataset() {
    return dataset;
  }

  @Override
  public final boolean hasModel() {
    return model != null;
  }

  @Override
  public final void write(RunFolder folder, String prefix) {
    TrainedOn trainedOn = new TrainedOn(ImageStatistics.meanNorm(dataset), dataset.name());
    Output.model(folder, prefix, describe(model, trainedOn, seed, diverged), arrays(model));
    TrainingReport<M> report = new TrainingReport<>(columns, epochs);
    folder.writeText(prefix + "metrics.csv", report.csv());
    folder.writeText(prefix + RunFolder.TIMES, report.times());
    if (!epochs.isEmpty()) {
      Output.charts(folder, prefix + "training.png", report.chart());
    }
  }

  @Override
  public final String summary() {
    double all = epochs.stream().mapToDouble(LayerMetrics::seconds).sum();
    return String.format(
        Locale.ROOT,
        "trained %d layers on %s in %s s",
        model.layers().size(),
        dataset.name(),
        Numbers.brief(all));
  }
}
