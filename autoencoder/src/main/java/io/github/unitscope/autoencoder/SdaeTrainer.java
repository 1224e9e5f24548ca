package io.github.unitscope.autoencoder;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.training.StackCheckpoints;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a stacked denoising autoencoder greedily (Vincent et al. 2010, section 3.4): each layer
 * learns from what the one below makes of the clean images, and corrupts that itself.
 */
public final class SdaeTrainer {
  private final SdaeSettings settings;
  private final Workers workers;
  private final AutoencoderListener listener;
  private final Checkpoints checkpoints;

  /** Trains without keeping its state. */
  public SdaeTrainer(SdaeSettings settings, Workers workers, AutoencoderListener listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to go on from
   */
  public SdaeTrainer(
      SdaeSettings settings,
      Workers workers,
      AutoencoderListener listener,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains on images.
   *
   * @param train the training images; in [0, 1] where the cost is the cross-entropy
   * @param validation images of the same shape for monitoring
   * @param seed of all that is random
   * @throws SdaeDivergedException if the numbers of a layer grow beyond all bounds
   * @throws io.github.unitscope.network.message.InvalidInputException if a state was kept that is
   *     not one of this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public Sdae train(ImageSet train, ImageSet validation, Seed seed) {
    StackCheckpoints states = new StackCheckpoints(checkpoints, settings.layers().size());
    List<DenoisingAutoencoder> done = new ArrayList<>();
    TrainingRows trainRows = TrainingRows.of(train);
    TrainingRows validationRows = TrainingRows.of(validation);
    for (int layer = 1; layer <= settings.layers().size(); layer++) {
      if (layer > 1) {
        LogisticLayer below = done.get(layer - 2).encoder();
        trainRows = TrainingRows.hiddenMeans(trainRows, below, workers);
        validationRows = TrainingRows.hiddenMeans(validationRows, below, workers);
      }
      AutoencoderTrainer trainer = new AutoencoderTrainer(settings.layer(layer), workers, listener);
      Seed layerSeed = seed.derive(layer);
      try {
        done.add(
            trainer.train(
                layer, settings.shape(layer), trainRows, validationRows, layerSeed, states));
      } catch (AutoencoderDivergedException e) {
        done.add(e.lastGood());
        throw new SdaeDivergedException(e, new Sdae(train.shape(), done));
      }
    }
    return new Sdae(train.shape(), done);
  }
}
