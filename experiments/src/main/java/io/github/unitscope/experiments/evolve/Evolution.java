package io.github.unitscope.experiments.evolve;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.train.ConvNetTraining;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a network does while it is trained. Maximizations begin at the same starts in every
 * frame: what changes is the network.
 */
public final class Evolution implements ConvNetTraining.StepWatch {
  private final EvolutionSettings settings;
  private final ClassImages images;
  private final Seed seed;
  private final Workers workers;
  private final List<Layer> convolutions = new ArrayList<>();
  private final List<Integer> steps = new ArrayList<>();
  private final Map<String, List<LayerFrame>> frames = new LinkedHashMap<>();
  private final List<Integer> maximizedSteps = new ArrayList<>();
  private final List<List<Maximum>> maxima = new ArrayList<>();

  /**
   * @param settings what to look at
   * @param dataset of whose test images the first of every class is followed
   * @param seed of the maximizations
   * @param workers the threads to use
   * @throws io.github.unitscope.network.message.InvalidInputException if the images are not grey
   */
  public Evolution(EvolutionSettings settings, Dataset dataset, Seed seed, Workers workers) {
    this.settings = settings;
    this.images = ClassImages.of(dataset);
    this.seed = seed;
    this.workers = workers;
  }

  @Override
  public boolean wants(int step) {
    return settings.isFrame(step) || settings.isMaximized(step);
  }

  @Override
  public void look(int step, ConvNetwork network) {
    if (settings.isFrame(step)) {
      steps.add(step);
      lookAtConvolutions(network);
    }
    if (settings.isMaximized(step)) {
      maximizedSteps.add(step);
      maxima.add(maximize(network));
    }
  }

  private void lookAtConvolutions(ConvNetwork network) {
    if (convolutions.isEmpty()) {
      convolutions.addAll(network.convolutions());
      convolutions.forEach(layer -> frames.put(layer.name(), new ArrayList<>()));
    }
    LayerFrame[] looks = new LayerFrame[convolutions.size()];
    workers.forEachShard(
        looks.length,
        i ->
            looks[i] =
                new LayerLook(network, convolutions.get(i), isRectified()).at(images.images()));
    for (int i = 0; i < looks.length; i++) {
      frames.get(convolutions.get(i).name()).add(looks[i]);
    }
  }

  private List<Maximum> maximize(ConvNetwork network) {
    MaximizationPlan plan =
        MaximizationPlan.ofUnits(
            settings.choice(network),
            settings.units(),
            settings.restarts(),
            Quantity.PREACTIVATION,
            settings.specification(network.imageRange()),
            seed);
    return plan.run(network, workers, done -> {}).maxima().stream().map(UnitMaxima::best).toList();
  }

  EvolutionSettings settings() {
    return settings;
  }

  ClassImages images() {
    return images;
  }

  /** The convolutions, from the input upwards. */
  List<Layer> convolutions() {
    return convolutions;
  }

  /** The steps of the frames. */
  List<Integer> steps() {
    return steps;
  }

  /** A convolution, frame by frame. */
  List<LayerFrame> frames(Layer layer) {
    return frames.get(layer.name());
  }

  /** The steps after which units were maximized. */
  List<Integer> maximizedSteps() {
    return maximizedSteps;
  }

  /** The best maximum of every unit, frame by frame. */
  List<List<Maximum>> maxima() {
    return maxima;
  }

  boolean isRectified() {
    return settings.isRectified();
  }

  /** The greatest absolute activation of a convolution in any frame; 1 for tanh. */
  double limit(Layer layer) {
    if (!isRectified()) {
      return 1;
    }
    double largest =
        frames(layer).stream()
            .flatMap(frame -> Arrays.stream(frame.activations()))
            .mapToDouble(Evolution::largest)
            .max()
            .orElse(0);
    return largest > 0 ? largest : 1;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
