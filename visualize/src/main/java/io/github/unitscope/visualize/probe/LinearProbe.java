package io.github.unitscope.visualize.probe;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Trains a linear classifier on the activations of each layer, and on the pixels, to see how well a
 * layer tells the classes apart.
 *
 * <p>Multinomial logistic regression on features of mean 0 and variance 1, with an L2 penalty that
 * is chosen on the validation images; the test images are looked at once. Trained until the
 * gradient vanishes.
 */
public final class LinearProbe {
  private final FeatureReader reader;
  private final Network network;
  private final ProbeSettings settings;
  private final Workers workers;
  private final Part train;
  private final Part validation;
  private final Part test;
  private final int classes;

  /** Images and their classes. */
  private record Part(ImageSet images, int[] labels) {
    static Part of(ImageSet images, String name) {
      return new Part(images, Labels.of(images, name));
    }
  }

  private LinearProbe(
      Network network, Dataset data, ProbeSettings settings, Seed seed, Workers workers) {
    if (!data.shape().equals(network.inputShape())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the images of %s are %s, but the network takes %s: give other data",
              data.name(),
              data.shape(),
              network.inputShape()));
    }
    this.reader = new FeatureReader(network, workers);
    this.network = network;
    this.settings = settings;
    this.workers = workers;
    Seed own = seed.derive("probe");
    this.train = Part.of(draw(data.train(), own.derive("train")), "training");
    this.validation = Part.of(draw(data.validation(), own.derive("validation")), "validation");
    this.test = Part.of(data.test(), "test");
    this.classes = Labels.classes(train.labels(), validation.labels(), test.labels());
  }

  private ImageSet draw(ImageSet images, Seed seed) {
    return DrawnImages.draw(images, settings.trainSize(), seed);
  }

  /**
   * Trains the classifiers.
   *
   * @param layers to look at; the pixels come before them
   * @param seed of the drawing of images
   * @param listener gets each result when it is there
   * @throws InvalidInputException if images have no labels, all are of one class, or they are not
   *     what the network looks at
   */
  public static Probes run(
      Network network,
      List<Layer> layers,
      Dataset data,
      ProbeSettings settings,
      Seed seed,
      Workers workers,
      Consumer<LayerProbe> listener) {
    LinearProbe probe = new LinearProbe(network, data, settings, seed, workers);
    int frequent = Labels.mostFrequent(probe.train.labels(), probe.classes);
    int[] guesses = new int[probe.test.labels().length];
    Arrays.fill(guesses, frequent);
    List<LayerProbe> results = new ArrayList<>();
    results.add(probe.pixels());
    listener.accept(results.get(0));
    for (Layer layer : layers) {
      results.add(probe.layer(layer));
      listener.accept(results.get(results.size() - 1));
    }
    return new Probes(
        results,
        probe.train.labels().length,
        probe.test.labels(),
        probe.classes,
        Accuracy.of(guesses, probe.test.labels()));
  }

  private LayerProbe pixels() {
    FeatureGrid grid = FeatureGrid.of(network.inputShape(), settings.mostFeatures());
    return probe(0, "pixels", grid, images -> reader.pixels(images, grid));
  }

  private LayerProbe layer(Layer layer) {
    FeatureGrid grid = FeatureGrid.of(layer.shape(), settings.mostFeatures());
    return probe(
        layer.index(), layer.name(), grid, images -> reader.activations(images, layer, grid));
  }

  private LayerProbe probe(
      int layer, String name, FeatureGrid grid, Function<ImageSet, float[][]> features) {
    float[][] trainRows = features.apply(train.images());
    float[][] validationRows = features.apply(validation.images());
    Standardization standard = Standardization.of(trainRows);
    Path path = follow(trainRows, validationRows, standard);
    int[] predictions = predict(path.classifier, features.apply(test.images()));
    return new LayerProbe(
        layer,
        name,
        grid,
        standard.constant(),
        settings.penalties().get(path.chosen),
        path.validations,
        Accuracy.of(predict(path.classifier, trainRows), train.labels()),
        Accuracy.of(predictions, test.labels()),
        predictions,
        path.end.steps(),
        path.end.residual(),
        path.converged);
  }

  /** The optima for all penalties, and which is the best. */
  private static final class Path {
    private final List<Accuracy> validations = new ArrayList<>();
    private LinearClassifier classifier;
    private QuasiNewton.End end;
    private int chosen = -1;
    private boolean converged = true;

    void add(LinearClassifier next, QuasiNewton.End its, Accuracy validation) {
      if (chosen < 0 || validation.right() > validations.get(chosen).right()) {
        chosen = validations.size();
        classifier = next;
        end = its;
      }
      validations.add(validation);
      converged &= its.converged();
    }
  }

  /** From the greatest penalty to the smallest, each from the optimum of the one before. */
  private Path follow(float[][] trainRows, float[][] validationRows, Standardization standard) {
    TrainingShards shards = TrainingShards.of(trainRows, standard, train.labels(), classes);
    Matrix gram = HessianApproximation.gram(shards);
    double[] parameters = new double[classes * (shards.features() + 1)];
    Path path = new Path();
    for (double penalty : settings.penalties()) {
      LogisticLoss loss = new LogisticLoss(shards, penalty, workers);
      HessianApproximation curvature = HessianApproximation.of(gram, penalty, classes, workers);
      QuasiNewton.End end =
          new QuasiNewton(loss, curvature, parameters.length)
              .minimize(parameters, settings.tolerance(), settings.mostSteps());
      LinearClassifier classifier = LinearClassifier.of(parameters, standard);
      int[] predictions = predict(classifier, validationRows);
      path.add(classifier, end, Accuracy.of(predictions, validation.labels()));
    }
    return path;
  }

  private int[] predict(LinearClassifier classifier, float[][] rows) {
    int[] predictions = new int[rows.length];
    int shards = (rows.length + TrainingShards.ROWS - 1) / TrainingShards.ROWS;
    workers.forEachShard(
        shards,
        shard -> {
          int end = Math.min(rows.length, (shard + 1) * TrainingShards.ROWS);
          for (int i = shard * TrainingShards.ROWS; i < end; i++) {
            predictions[i] = classifier.predict(rows[i]);
          }
        });
    return predictions;
  }
}
