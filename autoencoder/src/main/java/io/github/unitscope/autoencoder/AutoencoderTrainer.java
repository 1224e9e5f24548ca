package io.github.unitscope.autoencoder;

import io.github.unitscope.datasets.training.EpochOrder;
import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.InitialWeights;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;

/**
 * Trains a denoising autoencoder: a pure function of settings, rows and seed, the same bits for any
 * number of threads.
 */
public final class AutoencoderTrainer {
  /** A cost that much above the one before the first step does not come back. */
  private static final double WORST_RATIO = 2;

  private final AutoencoderSettings settings;
  private final Workers workers;
  private final AutoencoderListener listener;

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   */
  public AutoencoderTrainer(
      AutoencoderSettings settings, Workers workers, AutoencoderListener listener) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Trains on rows.
   *
   * @param layer the number of this layer in its stack, from 1, for messages
   * @param shape the units, and what is reconstructed at what cost
   * @param train the training rows; in [0, 1] where the cost is the cross-entropy
   * @param validation rows of the same width for monitoring
   * @param seed of all that is random
   * @throws AutoencoderDivergedException if the numbers grow beyond all bounds
   * @throws InvalidInputException if there are no rows
   */
  public DenoisingAutoencoder train(
      int layer, LayerShape shape, TrainingRows train, TrainingRows validation, Seed seed) {
    if (train.size() == 0 || validation.size() == 0) {
      throw new InvalidInputException("there are no images to train or validate on");
    }
    int batchSize = Math.min(settings.batchSize(), train.size());
    DenoisingAutoencoder autoencoder = initialize(train.width(), shape, seed.derive("weights"));
    DenoisingSteps steps = new DenoisingSteps(autoencoder, settings, batchSize, workers);
    CostMonitor monitor =
        new CostMonitor(train, validation, settings.corruption(), seed.derive("monitor"));
    double untrainedCost = monitor.trainCost(autoencoder);
    DenoisingAutoencoder lastGood = autoencoder.copy();
    int stepsPerEpoch = train.size() / batchSize;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      long start = System.nanoTime();
      int[] order = EpochOrder.random(train.size(), seed.derive("order").derive(epoch));
      for (int i = 0; i < stepsPerEpoch; i++) {
        long step = (long) epoch * stepsPerEpoch + i;
        steps.step(train, order, i * batchSize, epoch, seed.derive("step").derive(step));
        listener.onStep(layer, step + 1, (long) settings.epochs() * stepsPerEpoch);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      AutoencoderMetrics metrics =
          monitor.measure(autoencoder, layer, epoch, settings.learningRateAt(epoch), seconds);
      requireSound(metrics, autoencoder, untrainedCost, lastGood);
      lastGood = autoencoder.copy();
      listener.onEpoch(metrics, autoencoder);
    }
    return autoencoder;
  }

  private void requireSound(
      AutoencoderMetrics metrics,
      DenoisingAutoencoder autoencoder,
      double untrainedCost,
      DenoisingAutoencoder lastGood) {
    boolean finite = metrics.isFinite() && autoencoder.isFinite();
    if (finite && metrics.trainCost() <= WORST_RATIO * untrainedCost) {
      return;
    }
    String what =
        finite
            ? "the cost is %.3g, untrained it was %.3g"
                .formatted(metrics.trainCost(), untrainedCost)
            : "its numbers are no longer finite";
    throw new AutoencoderDivergedException(
        "training of layer %d diverged in epoch %d: %s; try a learning rate of %.2g or less"
            .formatted(metrics.layer(), metrics.epoch(), what, settings.learningRate() / 3),
        lastGood);
  }

  /**
   * Where hidden units shall be on rarely, they are so from the beginning (Hinton 2010, section
   * 8.1): with all of them half on, the first steps of a wide layer with linear outputs would
   * diverge.
   */
  private DenoisingAutoencoder initialize(int visible, LayerShape shape, Seed seed) {
    Matrix weights = InitialWeights.draw(visible, shape.hidden(), seed);
    float[] hiddenBias = new float[shape.hidden()];
    if (settings.sparsityCost() > 0) {
      double target = settings.sparsityTarget();
      Arrays.fill(hiddenBias, (float) Math.log(target / (1 - target)));
    }
    return new DenoisingAutoencoder(
        weights, new float[visible], hiddenBias, shape.reconstruction());
  }
}
