package io.github.unitscope.stacks.training;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.stacks.TiedLayer;
import io.github.unitscope.stacks.TiedStack;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a stack greedily, a layer after the other (Hinton, Osindero, Teh 2006; Vincent et al.
 * 2010, section 3.4): each learns from the hidden means of the one below. A pure function of
 * settings, images and seed, the same bits for any number of threads.
 *
 * @param <L> the kind of its layers
 * @param <M> what is measured after an epoch
 * @param <N> the kind of stack
 */
public abstract class StackTrainer<
    L extends TiedLayer<L>, M extends LayerMetrics, N extends TiedStack<L>> {
  private final StackSettings settings;
  private final Workers workers;
  private final TrainingListener<? super L, ? super M> listener;
  private final Checkpoints checkpoints;

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to resume from
   */
  protected StackTrainer(
      StackSettings settings,
      Workers workers,
      TrainingListener<? super L, ? super M> listener,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Begins a layer.
   *
   * @param number of the layer, from 1
   * @param train what it is to learn from
   * @param validation rows of the same width for monitoring
   * @param batchSize rows a step
   * @param seed of all that is random in this layer
   * @param threads to use
   */
  protected abstract LayerStart<L, M> begin(
      int number,
      TrainingRows train,
      TrainingRows validation,
      int batchSize,
      Seed seed,
      Workers threads);

  /** The stack of some layers, from the input upwards. */
  protected abstract N stack(ImageShape inputShape, List<L> layers);

  /**
   * Trains on images; their values are in [0, 1] unless the settings say that they are any numbers.
   *
   * @param train the training images
   * @param validation images of the same shape for monitoring
   * @param seed of all that is random
   * @throws TrainingDivergedException if the training of a layer diverges; it carries a stack of
   *     the layers that were done and the last one after its last sound epoch
   * @throws InvalidInputException if there are no images, or a state was kept that is not one of
   *     this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public final N train(ImageSet train, ImageSet validation, Seed seed) {
    if (train.size() == 0 || validation.size() == 0) {
      throw new InvalidInputException("there are no images to train or validate on");
    }
    StackCheckpoints states = new StackCheckpoints(checkpoints, settings.layers().size());
    List<L> done = new ArrayList<>();
    try (LayerInputs inputs = new LayerInputs(train, validation)) {
      for (int layer = 1; layer <= settings.layers().size(); layer++) {
        if (layer > 1) {
          inputs.moveUp(done.get(layer - 2).upward(), workers);
        }
        LayerTraining<L, M> training = training(layer, inputs, seed.derive(layer), states);
        try {
          done.add(training.run(seed.derive(layer)));
        } catch (TrainingDivergedException e) {
          done.add(training.lastGood());
          throw new TrainingDivergedException(e.getMessage(), stack(train.shape(), done));
        }
      }
    }
    return stack(train.shape(), done);
  }

  private LayerTraining<L, M> training(
      int layer, LayerInputs inputs, Seed seed, StackCheckpoints states) {
    TrainingSettings how = settings.layer(layer);
    int batchSize = LayerTraining.batchSize(how, inputs.train());
    LayerStart<L, M> start =
        begin(layer, inputs.train(), inputs.validation(), batchSize, seed, workers);
    return new LayerTraining<>(layer, how, start, inputs.train(), listener, states);
  }
}
