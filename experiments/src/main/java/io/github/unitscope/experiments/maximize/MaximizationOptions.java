package io.github.unitscope.experiments.maximize;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Diversity;
import io.github.unitscope.visualize.maximize.ImageStart;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Preset;
import io.github.unitscope.visualize.maximize.Presets;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Start;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Options of activation maximization: a preset, and what is to be otherwise. */
public final class MaximizationOptions implements Explained {
  /** The default of most options, for help texts. */
  static final String OF_PRESET = "the preset's";

  @Parameter(
      names = "--restarts",
      description = "Random starts for every unit, at least {least}{restarts}")
  private Integer restarts;

  @Parameter(
      names = "--preset",
      description =
          "Published settings: {presets}. e09 keeps pixels on a sphere, o17 moves Fourier"
              + " coefficients under random transforms, maco only phases, y15-1 to y15-4 are"
              + " those of Yosinski et al. Default: o17 for colour pictures, else e09")
  private String preset;

  @Parameter(names = "--quantity", description = "Value that is maximized. Default: {preset}")
  private Quantity quantity;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--norm",
      description =
          "Norm of the image, above 0: the radius of the sphere that it stays on. Default:"
              + " the mean norm of the training images")
  private Double norm;

  @Parameter(
      names = "--box",
      description =
          "Keep every pixel between two values, for example 0,1, instead of fixing the"
              + " norm. Default: {preset}")
  private List<Double> box;

  @Parameter(
      names = "--start",
      description =
          "First image: gaussian or uniform noise, or a training image of the data."
              + " Default: {preset}")
  private FirstImage start;

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--diversity",
      description =
          "Weight of the penalty on starts of a unit that resemble each other, above 0;"
              + " with --ascent adam. Default: no penalty")
  private Double diversity;

  @com.beust.jcommander.ParametersDelegate private final AscentOptions ascent = new AscentOptions();

  @com.beust.jcommander.ParametersDelegate
  private final ParameterizationOptions image = new ParameterizationOptions();

  private final int leastRestarts;
  private final String otherwise;

  /** What the image is before the first step. */
  public enum FirstImage {
    GAUSSIAN,
    UNIFORM,
    DATA
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "presets",
        String.join(", ", Presets.names()),
        "preset",
        OF_PRESET,
        "least",
        String.valueOf(leastRestarts),
        "restarts",
        restarts == null ? ". Default: " + otherwise : "");
  }

  /** A handful of starts for every unit unless another number is asked for. */
  public MaximizationOptions() {
    this(MaximizationPlan.DEFAULT_RESTARTS, 1);
  }

  /**
   * @param restarts for every unit unless another number is asked for
   * @param least that the command can do with
   */
  public MaximizationOptions(int restarts, int least) {
    this(restarts, least, "");
  }

  private MaximizationOptions(Integer restarts, int least, String otherwise) {
    this.restarts = restarts;
    this.leastRestarts = least;
    this.otherwise = otherwise;
  }

  /**
   * Of a command whose number of starts depends on the network; it asks with {@link
   * #restarts(int)}.
   *
   * @param otherwise how many it gives, for people
   */
  public static MaximizationOptions withRestartsOfNetwork(String otherwise) {
    return new MaximizationOptions(null, 1, otherwise);
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
    return restarts(MaximizationPlan.DEFAULT_RESTARTS);
  }

  /**
   * How many starts a unit gets.
   *
   * @param otherwise where neither the user nor the command's defaults say
   * @throws UsageException if it is below 1
   */
  public int restarts(int otherwise) {
    int chosen = restarts == null ? otherwise : restarts;
    if (chosen < leastRestarts) {
      throw new UsageException(
          String.format(
              Locale.ROOT, "--restarts must be at least %d, not %d", leastRestarts, chosen));
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
}
