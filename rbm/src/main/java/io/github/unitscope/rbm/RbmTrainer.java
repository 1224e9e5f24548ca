package io.github.unitscope.rbm;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.InitialWeights;
import io.github.unitscope.stacks.training.LayerLoop;
import io.github.unitscope.stacks.training.StackCheckpoints;
import io.github.unitscope.stacks.training.TrainingRows;

/**
 * Trains a restricted Boltzmann machine: a pure function of settings, images and seed, the same
 * bits for any number of threads.
 */
public final class RbmTrainer {

  private final RbmSettings settings;
  private final Workers workers;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;

  /** Trains without keeping its state. */
  public RbmTrainer(RbmSettings settings, Workers workers, TrainingListener listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to go on from
   */
  public RbmTrainer(
      RbmSettings settings, Workers workers, TrainingListener listener, Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains on images.
   *
   * @param visibleUnits the distribution of the pixels; values in [0, 1] for binary ones
   * @param train the training images
   * @param validation images of the same shape for monitoring
   * @param seed of all that is random
   * @throws TrainingDivergedException if the numbers grow beyond all bounds
   * @throws InvalidInputException if there are no images, or a state was kept that is not one of
   *     this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public Rbm train(VisibleUnits visibleUnits, ImageSet train, ImageSet validation, Seed seed) {
    return train(
        1,
        visibleUnits,
        TrainingRows.of(train),
        TrainingRows.of(validation),
        seed,
        new StackCheckpoints(checkpoints, 1));
  }

  Rbm train(
      int layer,
      VisibleUnits visibleUnits,
      TrainingRows train,
      TrainingRows validation,
      Seed seed,
      StackCheckpoints states) {
    if (train.size() == 0 || validation.size() == 0) {
      throw new InvalidInputException("there are no images to train or validate on");
    }
    int batchSize = Math.min(settings.batchSize(), train.size());
    Rbm rbm = initialize(visibleUnits, train, seed.derive("weights"));
    RbmTraining training =
        new RbmTraining(
            layer,
            rbm,
            settings,
            train,
            new ContrastiveDivergence(rbm, settings, batchSize, workers),
            new Monitor(train, validation, seed.derive("monitor"), workers),
            listener);
    new LayerLoop(layer, settings.epochs(), train.size(), batchSize, seed, states).run(training);
    return rbm;
  }

  /**
   * Small random weights, hidden biases of 0, and the visible biases that give the data's means:
   * for binary units that are on with probability p, log(p / (1 − p)) (Hinton 2010, section 8).
   */
  private Rbm initialize(VisibleUnits visibleUnits, TrainingRows train, Seed seed) {
    Matrix weights = InitialWeights.draw(train.width(), settings.hidden(), seed);
    Matrix sample = train.first(10_000);
    double[] sums = new double[train.width()];
    sample.addColumnSums(1.0 / sample.rows(), sums);
    float[] means = new float[sums.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = (float) sums[i];
    }
    float[] visibleBias = visibleUnits == VisibleUnits.GAUSSIAN ? means : LogOdds.of(means);
    return new Rbm(visibleUnits, weights, visibleBias, new float[settings.hidden()]);
  }
}
