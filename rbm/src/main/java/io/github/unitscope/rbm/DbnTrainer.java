package io.github.unitscope.rbm;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.LogisticLayer;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
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

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   */
  public DbnTrainer(DbnSettings settings, Workers workers, TrainingListener listener) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Trains on images; their values are in [0, 1] where the visible units are binary.
   *
   * @param train the training images
   * @param validation images of the same shape for monitoring
   * @param seed of all that is random
   * @throws DbnDivergedException if the numbers of a layer grow beyond all bounds
   */
  public Dbn train(ImageSet train, ImageSet validation, Seed seed) {
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
                seed.derive(layer)));
      } catch (TrainingDivergedException e) {
        rbms.add(e.lastGood());
        throw new DbnDivergedException(e, new Dbn(train.shape(), rbms));
      }
    }
    return new Dbn(train.shape(), rbms);
  }
}
