package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Diversity;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Preset;
import io.github.unitscope.visualize.maximize.Presets;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Start;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Options of activation maximization: a preset, and what is to be otherwise. */
public final class MaximizationOptions {
  private static final int FEW_RESTARTS = 9;

  @Parameter(names = "--restarts", description = "Random starts for every unit")
  private Integer restarts;

  @Parameter(
      names = "--preset",
      description =
          "Published settings: e09 (sphere), o17 (Fourier space, transforms), maco, y15-1 to y15-4;"
              + " by default o17 for colour pictures, else e09")
  private String preset;

  @Parameter(
      names = "--quantity",
      description = "What is maximized, preactivation or activation; by default the preset's")
  private Quantity quantity;

  @Parameter(
      names = "--norm",
      description =
          "Norm of the image, the radius of the sphere that it stays on; by default the mean norm"
              + " of the images that the model was trained on")
  private Double norm;

  @Parameter(
      names = "--box",
      description = "Keep every pixel between two values, for example 0,1, instead of the norm")
  private List<Double> box;

  @Parameter(
      names = "--start",
      description =
          "First image: gaussian or uniform noise, or a training image of the data; by default the"
              + " preset's own")
  private FirstImage start;

  @Parameter(
      names = "--diversity",
      description = "Weight by which the starts of a unit are kept apart; with --ascent adam")
  private Double diversity;

  @com.beust.jcommander.ParametersDelegate private final AscentOptions ascent = new AscentOptions();

  @com.beust.jcommander.ParametersDelegate
  private final ParameterizationOptions image = new ParameterizationOptions();

  /** What the image is before the first step. */
  public enum FirstImage {
    GAUSSIAN,
    UNIFORM,
    DATA
  }

  /** A handful of starts for every unit unless another number is asked for. */
  public MaximizationOptions() {
    this(FEW_RESTARTS);
  }

  /**
   * @param restarts for every unit unless another number is asked for
   */
  public MaximizationOptions(int restarts) {
    this.restarts = restarts;
  }

  /** As many starts as the command says unless another number is asked for. */
  public static MaximizationOptions withoutRestarts() {
    MaximizationOptions options = new MaximizationOptions();
    options.restarts = null;
    return options;
  }

  /** As if a number of restarts had been asked for. */
  public void setRestarts(int count) {
    restarts = count;
  }

  /**
   * How many starts a unit gets.
   *
   * @throws UsageException if it is below 1
   */
  public int restarts() {
    return restarts(FEW_RESTARTS);
  }

  /**
   * How many starts a unit gets.
   *
   * @param otherwise where neither the user nor the command's defaults say
   * @throws UsageException if it is below 1
   */
  public int restarts(int otherwise) {
    int chosen = restarts == null ? otherwise : restarts;
    if (chosen < 1) {
      throw new UsageException("--restarts must be at least 1, not " + chosen);
    }
    return chosen;
  }

  /** What is maximized on a network. */
  public Quantity quantity(Network network) {
    return quantity == null ? preset(network).quantity() : quantity;
  }

  /** The preset for a network. */
  public Preset preset(Network network) {
    return preset == null
        ? Presets.usualFor(network)
        : UsageException.check(() -> Presets.named(preset));
  }

  /** Whether the user says what the first image is. */
  public boolean hasStart() {
    return start != null;
  }

  /** The starts that a dataset gives; null without one. */
  public static Start startFrom(Dataset data) {
    return data == null ? null : new ImageStart(data.name(), data.train());
  }

  /** Whether images of a dataset are needed to start from. */
  public boolean startsFromData() {
    return start == FirstImage.DATA;
  }

  /**
   * How, for the units of a layer.
   *
   * @param network to look at
   * @param layer whose channels diversity compares; null where there is none
   * @param meanNorm of the images that the model was trained on
   * @param data whose training images to start from; null where {@link #startsFromData} is false
   * @throws UsageException if an option is out of its range, or does not go with another
   */
  public MaximizationSettings specification(
      Network network, Layer layer, double meanNorm, Dataset data) {
    return specification(network, layer, meanNorm, startFrom(data));
  }

  /**
   * How, for the units of a layer.
   *
   * @param first image; null for what the options say
   */
  public MaximizationSettings specification(
      Network network, Layer layer, double meanNorm, Start first) {
    return UsageException.check(
        () -> {
          OptionalDouble typical = OptionalDouble.of(meanNorm);
          MaximizationSettings.Builder settings = preset(network).settings(network, typical);
          image.edit(settings, network, typical);
          chosenConstraint().ifPresent(settings::constraint);
          ascent.edit(settings);
          start(first).ifPresent(settings::start);
          if (diversity != null) {
            settings.diversity(new Diversity(requireLayer(layer), diversity));
          }
          return settings.build();
        });
  }

  private static Layer requireLayer(Layer layer) {
    if (layer == null) {
      throw new UsageException(
          "--diversity needs a layer: choose units with --layer instead of --objective");
    }
    return layer;
  }

  private Optional<Start> start(Start given) {
    if (given != null || start == null) {
      return Optional.ofNullable(given);
    }
    return Optional.of(start == FirstImage.UNIFORM ? Start.UNIFORM : Start.GAUSSIAN);
  }

  private Optional<Constraint> chosenConstraint() {
    if (box == null) {
      return Optional.ofNullable(norm).map(Sphere::new);
    }
    if (norm != null) {
      throw new UsageException("--norm and --box exclude each other: give one of them");
    }
    if (box.size() != 2) {
      throw new UsageException("--box needs two values, for example 0,1, not " + box.size());
    }
    return Optional.of(new Box(box.get(0), box.get(1)));
  }

  /** The name of an enum's value as it is written on the command line. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
