package io.github.unitscope.rbm;

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
 * Trains a deep belief network greedily, a layer after the other (Hinton, Osindero, Teh 2006): each
 * learns from the hidden means of the one below, which are computed once.
 */
public final class DbnTrainer {
  private final DbnSettings settings;
  private final Workers workers;
  private final TrainingListener listener;
  private final Checkpoints checkpoints;

  /** Trains without keeping its state. */
  public DbnTrainer(DbnSettings settings, Workers workers, TrainingListener listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to go on from
   */
  public DbnTrainer(
      DbnSettings settings, Workers workers, TrainingListener listener, Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains on images; their values are in [0, 1] where the visible units are binary.
   *
   * @param train the training images
   * @param validation images of the same shape for monitoring
   * @param seed of all that is random
   * @throws DbnDivergedException if the numbers of a layer grow beyond all bounds
   * @throws io.github.unitscope.network.message.InvalidInputException if a state was kept that is
   *     not one of this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public Dbn train(ImageSet train, ImageSet validation, Seed seed) {
    StackCheckpoints states = new StackCheckpoints(checkpoints, settings.layers().size());
    List<Rbm> rbms = new ArrayList<>();
    TrainingRows trainRows = TrainingRows.of(train);
    TrainingRows validationRows = TrainingRows.of(validation);
    for (int layer = 1; layer <= settings.layers().size(); layer++) {
      if (layer > 1) {
        LogisticLayer below = rbms.get(layer - 2).recognition();
        trainRows = TrainingRows.hiddenMeans(trainRows, below, workers);
        validationRows = TrainingRows.hiddenMeans(validationRows, below, workers);
      }
      RbmTrainer trainer = new RbmTrainer(settings.layer(layer), workers, listener);
      try {
        rbms.add(
            trainer.train(
                layer,
                settings.visibleUnits(layer),
                trainRows,
                validationRows,
                seed.derive(layer),
                states));
      } catch (TrainingDivergedException e) {
        rbms.add(e.lastGood());
        throw new DbnDivergedException(e, new Dbn(train.shape(), rbms));
      }
    }
    return new Dbn(train.shape(), rbms);
  }
}
