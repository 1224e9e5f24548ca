package io.github.unitscope.rbm;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.InitialWeights;
import io.github.unitscope.stacks.training.LayerStart;
import io.github.unitscope.stacks.training.StackTrainer;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.List;

/**
 * Trains restricted Boltzmann machines on top of each other by contrastive divergence; a network of
 * one layer is a single machine.
 */
public final class DbnTrainer extends StackTrainer<Rbm, RbmMetrics, Dbn> {
  /** So many images are enough for the means that visible biases begin with. */
  private static final int IMAGES_FOR_MEANS = 10_000;

  private final DbnSettings settings;

  /** Trains without keeping its state. */
  public DbnTrainer(
      DbnSettings settings,
      Workers workers,
      TrainingListener<? super Rbm, ? super RbmMetrics> listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to resume from
   */
  public DbnTrainer(
      DbnSettings settings,
      Workers workers,
      TrainingListener<? super Rbm, ? super RbmMetrics> listener,
      Checkpoints checkpoints) {
    super(settings, workers, listener, checkpoints);
    this.settings = settings;
  }

  @Override
  protected LayerStart<Rbm, RbmMetrics> begin(
      int number,
      TrainingRows train,
      TrainingRows validation,
      int batchSize,
      Seed seed,
      Workers threads) {
    RbmSettings layer = settings.layer(number);
    Rbm rbm =
        initialize(settings.visibleUnits(number), layer.hidden(), train, seed.derive("weights"));
    return new LayerStart<>(
        rbm,
        new ContrastiveDivergence(rbm, layer, batchSize, threads),
        new RbmMonitor(train, validation, seed.derive("monitor"), threads));
  }

  /**
   * Small random weights, hidden biases of 0, and the visible biases that give the data's means:
   * for binary units that are on with probability p, log(p / (1 − p)) (Hinton 2010, section 8).
   */
  private static Rbm initialize(
      VisibleUnits visibleUnits, int hidden, TrainingRows train, Seed seed) {
    Matrix weights = InitialWeights.draw(train.width(), hidden, seed);
    Matrix sample = train.first(IMAGES_FOR_MEANS);
    double[] sums = new double[train.width()];
    sample.addColumnSums(1.0 / sample.rows(), sums);
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) sums[i];
    }
    float[] visibleBias = visibleUnits == VisibleUnits.GAUSSIAN ? means : LogOdds.of(means);
    return new Rbm(visibleUnits, weights, visibleBias, new float[hidden]);
  }

  @Override
  protected Dbn stack(ImageShape inputShape, List<Rbm> layers) {
    return new Dbn(inputShape, layers);
  }
}
