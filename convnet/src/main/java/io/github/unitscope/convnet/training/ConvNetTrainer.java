package io.github.unitscope.convnet.training;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Numerics;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.KeptState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains a convolutional network on labelled images: a pure function of settings, images and seed,
 * the same bits for any number of threads.
 *
 * <p>Deeplearning4j's own training would run on one thread. Here a batch is cut into shards for
 * replicas of its network, and one step of its Adam follows the sum of their gradients.
 */
public final class ConvNetTrainer {
  /** A loss of so many times that of guessing is no accident any more; nothing exceeds 10. */
  private static final double WORSE_THAN_GUESSING = 5;

  private final ConvNetSettings settings;
  private final Workers workers;
  private final ConvNetListener listener;
  private final Checkpoints checkpoints;

  /** Trains without keeping its state. */
  public ConvNetTrainer(ConvNetSettings settings, Workers workers, ConvNetListener listener) {
    this(settings, workers, listener, Checkpoints.NONE);
  }

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   * @param checkpoints keep the state, and have the one to go on from
   */
  public ConvNetTrainer(
      ConvNetSettings settings,
      Workers workers,
      ConvNetListener listener,
      Checkpoints checkpoints) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains. The test images are looked at, but change nothing.
   *
   * @throws InvalidInputException if images have no label, are too small for the layers, the
   *     training diverges, or a state was kept that is not one of this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public TrainedConvNet train(Dataset data, Seed seed) {
    // Before Deeplearning4j loads ND4J in its own way.
    Numerics.configure();
    int classes = Math.max(classes(data.train(), data), classes(data.test(), data));
    Replicas replicas = new Replicas(settings, data.shape(), classes, workers);
    MultiLayerNetwork network = replicas.network();
    WeightDraw.into(network, settings.nonlinearity(), seed.derive("weights"));
    Optimization optimization = new Optimization(settings, network);
    BatchOrder order =
        new BatchOrder(data.train().size(), settings.batchSize(), seed.derive("order"));
    TrainingSnapshot snapshot = new TrainingSnapshot(network, data.shape());
    begin(optimization, order, snapshot);
    float[] gradient = new float[optimization.parameters()];
    List<StepMetrics> steps = optimization.steps();
    while (steps.size() < settings.steps()) {
      int step = steps.size() + 1;
      long start = System.nanoTime();
      Seed dropout = seed.derive("dropout").derive(step);
      Outcome train = replicas.gradient(data.train(), order.batch(step), dropout, gradient);
      requireSound(train, classes, step);
      optimization.move(gradient, step, order.epoch(step));
      double seconds = (System.nanoTime() - start) / 1e9;
      Outcome test = settings.isTested(step) ? replicas.test(data.test()) : Outcome.NONE;
      StepMetrics metrics = StepMetrics.of(step, order.epoch(step), train, test, seconds);
      steps.add(metrics);
      listener.onStep(metrics, snapshot);
      if (checkpoints.isDue() && optimization.isFinite()) {
        checkpoints.keep(optimization.state().arrays());
      }
    }
    return new TrainedConvNet(snapshot.network(), steps);
  }

  private void begin(Optimization optimization, BatchOrder order, TrainingSnapshot start) {
    Optional<Optimization> resumed =
        KeptState.last(
            checkpoints,
            kept -> {
              optimization.restore(kept, order);
              return optimization;
            });
    if (resumed.isPresent()) {
      listener.onResume(List.copyOf(optimization.steps()));
    } else {
      listener.onStart(start);
    }
  }

  /**
   * The network without weights, to check choices of units before training.
   *
   * @throws InvalidInputException as {@link #train} does
   */
  public ConvNetwork untrained(Dataset data) {
    return TrainedLayers.copy(layers(data), data.shape());
  }

  /** How many parameters the network has; throws as {@link #train} does. */
  public int parameters(Dataset data) {
    return Math.toIntExact(layers(data).numParams());
  }

  /**
   * The network as it was at a moment of its training.
   *
   * @param parameters of the {@link TrainingSnapshot} of that moment, [{@link #parameters}]
   */
  public ConvNetwork restored(Dataset data, float[] parameters) {
    MultiLayerNetwork network = layers(data);
    network.setParams(Nd4j.create(parameters, 1, parameters.length));
    return TrainedLayers.copy(network, data.shape());
  }

  private MultiLayerNetwork layers(Dataset data) {
    Numerics.configure();
    int classes = Math.max(classes(data.train(), data), classes(data.test(), data));
    return new Replica(settings, data.shape(), classes, null).network();
  }

  private void requireSound(Outcome outcome, int classes, int step) {
    double bound = WORSE_THAN_GUESSING * Math.log(Math.max(2, classes));
    if (!(outcome.meanLoss() <= bound)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "training diverged in step %d (loss %s at learning rate %s): use a smaller --rate",
              step,
              outcome.meanLoss(),
              settings.learningRate()));
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
            String.format(
                Locale.ROOT,
                "%s has images without a label: a classifier needs labelled data, such as mnist",
                data.name()));
      }
      classes = Math.max(classes, images.label(i) + 1);
    }
    return classes;
  }
}
