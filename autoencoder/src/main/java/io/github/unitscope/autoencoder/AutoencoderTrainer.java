package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.InitialWeights;
import io.github.unitscope.stacks.training.LayerLoop;
import io.github.unitscope.stacks.training.StackCheckpoints;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.Arrays;

/**
 * Trains a denoising autoencoder: a pure function of settings, rows and seed, the same bits for any
 * number of threads.
 */
public final class AutoencoderTrainer {
  private final AutoencoderSettings settings;
  private final Workers workers;
  private final AutoencoderListener listener;
  private final Checkpoints checkpoints;

  /** Trains without keeping its state. */
  public AutoencoderTrainer(
      AutoencoderSettings settings, Workers workers, AutoencoderListener listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to go on from
   */
  public AutoencoderTrainer(
      AutoencoderSettings settings,
      Workers workers,
      AutoencoderListener listener,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
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
   * @throws InvalidInputException if there are no rows, or a state was kept that is not one of this
   *     training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public DenoisingAutoencoder train(
      int layer, LayerShape shape, TrainingRows train, TrainingRows validation, Seed seed) {
    StackCheckpoints states = new StackCheckpoints(checkpoints, layer);
    return train(layer, shape, train, validation, seed, states);
  }

  DenoisingAutoencoder train(
      int layer,
      LayerShape shape,
      TrainingRows train,
      TrainingRows validation,
      Seed seed,
      StackCheckpoints states) {
    if (train.size() == 0 || validation.size() == 0) {
      throw new InvalidInputException("there are no images to train or validate on");
    }
    int batchSize = Math.min(settings.batchSize(), train.size());
    DenoisingAutoencoder autoencoder = initialize(train.width(), shape, seed.derive("weights"));
    AutoencoderTraining training =
        new AutoencoderTraining(
            layer,
            autoencoder,
            settings,
            train,
            new DenoisingSteps(autoencoder, settings, batchSize, workers),
            new CostMonitor(train, validation, settings.corruption(), seed.derive("monitor")),
            listener);
    new LayerLoop(layer, settings.epochs(), train.size(), batchSize, seed, states).run(training);
    return autoencoder;
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
