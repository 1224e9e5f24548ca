package io.github.unitscope.stacks.training;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.stacks.LogisticLayer;

/** What the layer at hand is trained and validated on; the hidden means of the one below. */
final class LayerInputs implements AutoCloseable {
  private TrainingRows train;
  private TrainingRows validation;

  LayerInputs(ImageSet train, ImageSet validation) {
    this.train = TrainingRows.of(train);
    this.validation = TrainingRows.of(validation);
  }

  TrainingRows train() {
    return train;
  }

  TrainingRows validation() {
    return validation;
  }

  /** Goes on to what a trained layer makes of its inputs. */
  void moveUp(LogisticLayer below, Workers workers) {
    train = TrainingRows.hiddenMeans(train, below, workers);
    validation = TrainingRows.hiddenMeans(validation, below, workers);
  }

  @Override
  public void close() {
    train.close();
    validation.close();
  }
}
