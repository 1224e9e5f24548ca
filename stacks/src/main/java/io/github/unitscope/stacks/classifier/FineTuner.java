package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Fine-tunes a stack with labels and early stopping: a pure function of settings, stack, images and
 * seed. Deeplearning4j works on one thread of BLAS, so that the bits do not depend on the number of
 * threads; the workers look at the validation images.
 *
 * <p>Its dropout draws from ND4J's one stream, which is seeded anew for every epoch: two
 * fine-tunings in one process must not run at the same time.
 */
public final class FineTuner {
  /** A loss of so many times that of guessing is no accident any more. */
  private static final double WORSE_THAN_GUESSING = 10;

  private final FineTuneSettings settings;
  private final Workers workers;
  private final FineTuneListener listener;

  /**
   * @param settings how to train
   * @param workers the threads to use
   * @param listener is told how it goes
   */
  public FineTuner(FineTuneSettings settings, Workers workers, FineTuneListener listener) {
    this.settings = settings;
    this.workers = workers;
    this.listener = listener;
  }

  /**
   * Fine-tunes; neither looks at the test images nor changes the stack.
   *
   * @throws InvalidInputException if the images have no labels or do not fit the stack
   * @throws TrainingDivergedException if the training diverges; it carries the best epoch before as
   *     {@link FineTuned}
   */
  public FineTuned train(FullyConnected stack, Dataset data, Seed seed) {
    requireFit(stack, data);
    int classes = Math.max(classes(data.train(), data), classes(data.validation(), data));
    int batchSize = Math.min(settings.batchSize(), data.train().size());
    TunableNetwork tunable = TunableNetwork.of(stack, classes, settings);
    LabeledBatches batches = new LabeledBatches(data.train(), batchSize, classes);
    StepListener steps = new StepListener();
    tunable.network().setListeners(steps);
    List<FineTuneEpoch> epochs = new ArrayList<>();
    FineTuned best = null;
    for (int epoch = 0; epoch < settings.epochs() && !isOver(best, epoch); epoch++) {
      long start = System.nanoTime();
      batches.begin(Shuffle.order(data.train().size(), seed.derive("order").derive(epoch)));
      Nd4j.getRandom().setSeed(seed.derive("dropout").derive(epoch).value());
      tunable.network().fit(batches);
      Classifier classifier = tunable.classifier();
      FineTuneEpoch metrics =
          measure(classifier, data.validation(), epoch, steps.takeMeanLoss(), start);
      if (!isSound(classifier, metrics)) {
        throw new TrainingDivergedException(
            String.format(
                Locale.ROOT,
                "fine-tuning diverged in epoch %d (validation loss %s at learning rate %s): use a smaller --rate",
                epoch + 1,
                metrics.validationLoss(),
                metrics.learningRate()),
            best);
      }
      epochs.add(metrics);
      boolean better = best == null || metrics.isBetterThan(best.best());
      best =
          better
              ? new FineTuned(classifier, metrics, epochs)
              : new FineTuned(best.classifier(), best.best(), epochs);
      listener.onEpoch(metrics, best.best());
    }
    return best;
  }

  private boolean isOver(FineTuned best, int epochsDone) {
    return best != null && epochsDone - best.best().epoch() >= settings.patience();
  }

  private FineTuneEpoch measure(
      Classifier classifier, ImageSet validation, int epoch, double trainLoss, long start) {
    Predictions predictions = classifier.predict(validation, workers);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new FineTuneEpoch(
        epoch + 1,
        trainLoss,
        predictions.loss(),
        predictions.error(),
        settings.learningRateAt(epoch),
        seconds);
  }

  private static boolean isSound(Classifier classifier, FineTuneEpoch epoch) {
    double bound = WORSE_THAN_GUESSING * Math.log(Math.max(2, classifier.classes()));
    return classifier.isFinite()
        && Double.isFinite(epoch.trainLoss())
        && epoch.validationLoss() <= bound;
  }

  private static void requireFit(FullyConnected stack, Dataset data) {
    if (stack.inputShape().size() != data.shape().size()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has images of %s, but the model takes %s: give the data it was trained on",
              data.name(),
              data.shape(),
              stack.inputShape()));
    }
    if (data.train().size() == 0 || data.validation().size() == 0) {
      throw new InvalidInputException("there are no images to train or validate on");
    }
    if (SharedImages.areMost(data.train(), data.validation())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the validation images of %s are among its training images, so they cannot say when to stop: use data with validation images of their own, such as mnist",
              data.name()));
    }
  }

  /** The number of classes; every image must have one. */
  private static int classes(ImageSet images, Dataset data) {
    int classes = 0;
    for (int i = 0; i < images.size(); i++) {
      if (images.label(i) < 0) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s has images without a label: fine-tuning needs labelled data, such as mnist",
                data.name()));
      }
      classes = Math.max(classes, images.label(i) + 1);
    }
    return classes;
  }

  /** Adds up the losses of the steps. */
  private final class StepListener extends BaseTrainingListener {
    private long step;
    private int stepsInEpoch;
    private double sum;

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      sum += model.score();
      stepsInEpoch++;
      step++;
      listener.onStep(step);
    }

    @Override
    public void onEpochStart(Model model) {
      // The sum was taken at the end of the last one.
    }

    double takeMeanLoss() {
      double mean = sum / stepsInEpoch;
      sum = 0;
      stepsInEpoch = 0;
      return mean;
    }
  }
}
