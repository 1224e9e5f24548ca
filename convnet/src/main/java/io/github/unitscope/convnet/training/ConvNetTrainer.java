package io.github.unitscope.convnet.training;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;

/**
 * Trains a convolutional network on labelled images: a pure function of settings, images and seed,
 * the same bits for any number of threads.
 *
 * <p>Deeplearning4j's own training would run on one thread. Here a batch is cut into shards for
 * replicas of its network, and one step of its Adam follows the sum of their gradients.
 */
public final class ConvNetTrainer {
  private static final String FIRST_FILTERS = "0_W";

  /** A loss of so many times that of guessing is no accident any more; nothing exceeds 10. */
  private static final double WORSE_THAN_GUESSING = 5;

  private final ConvNetSettings settings;
  private final Workers workers;
  private final ConvNetListener listener;

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   */
  public ConvNetTrainer(ConvNetSettings settings, Workers workers, ConvNetListener listener) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Trains. The test images are looked at, but change nothing.
   *
   * @throws InvalidInputException if images have no label, are too small for the layers, or the
   *     numbers leave all bounds
   */
  public TrainedConvNet train(Dataset data, Seed seed) {
    int classes = Math.max(classes(data.train(), data), classes(data.test(), data));
    Replicas replicas = new Replicas(settings, data.shape(), classes, workers);
    MultiLayerNetwork network = replicas.network();
    WeightDraw.into(network, settings.nonlinearity(), seed.derive("weights"));
    FilterBound bound = new FilterBound(settings.largestFilterRms());
    bound.apply(network.getParam(FIRST_FILTERS));
    listener.onStart(network);
    BatchOrder order =
        new BatchOrder(data.train().size(), settings.batchSize(), seed.derive("order"));
    float[] gradient = new float[Math.toIntExact(network.numParams())];
    INDArray update = Nd4j.create(DataType.FLOAT, gradient.length);
    GradientUpdater<?> adam = adam(gradient.length);
    List<StepMetrics> steps = new ArrayList<>();
    for (int step = 1; step <= settings.steps(); step++) {
      long start = System.nanoTime();
      Seed dropout = seed.derive("dropout").derive(step);
      Outcome train = replicas.gradient(data.train(), order.batch(step), dropout, gradient);
      requireSound(train, classes, step);
      update.data().asNioFloat().put(0, gradient);
      adam.applyUpdater(update, step - 1, order.epoch(step) - 1);
      network.params().subi(update);
      bound.apply(network.getParam(FIRST_FILTERS));
      double seconds = (System.nanoTime() - start) / 1e9;
      Outcome test = settings.isTested(step) ? replicas.test(data.test()) : Outcome.NONE;
      // Of no images, both means are NaN.
      StepMetrics metrics =
          new StepMetrics(
              step,
              order.epoch(step),
              train.meanLoss(),
              train.accuracy(),
              test.meanLoss(),
              test.accuracy(),
              seconds);
      steps.add(metrics);
      listener.onStep(metrics, network);
    }
    return new TrainedConvNet(network, steps);
  }

  /**
   * The layers without weights, to check choices of units before training.
   *
   * @throws InvalidInputException as {@link #train} does
   */
  public MultiLayerNetwork untrained(Dataset data) {
    int classes = Math.max(classes(data.train(), data), classes(data.test(), data));
    return new Replica(settings, data.shape(), classes, null).network();
  }

  private GradientUpdater<?> adam(int parameters) {
    Adam adam = new Adam(settings.learningRate());
    return adam.instantiate(Nd4j.create(DataType.FLOAT, 1, adam.stateSize(parameters)), true);
  }

  private void requireSound(Outcome outcome, int classes, int step) {
    double bound = WORSE_THAN_GUESSING * Math.log(Math.max(2, classes));
    if (!(outcome.meanLoss() <= bound)) {
      throw new InvalidInputException(
          "training diverged in step %d (loss %s at learning rate %s): use a smaller --rate"
              .formatted(step, outcome.meanLoss(), settings.learningRate()));
    }
  }

  /** The number of classes; every image must have one. */
  private static int classes(ImageSet images, Dataset data) {
    if (images.size() == 0) {
      throw new InvalidInputException("there are no images to train or test on");
    }
    int classes = 0;
    for (int i = 0; i < images.size(); i++) {
      if (images.label(i) < 0) {
        throw new InvalidInputException(
            "%s has images without a label: a classifier needs labelled data, such as mnist"
                .formatted(data.name()));
      }
      classes = Math.max(classes, images.label(i) + 1);
    }
    return classes;
  }
}
