package io.github.unitscope.experiments.occlude;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.NumberList;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.occlude.Fill;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.occlude.OcclusionStudy;
import io.github.unitscope.visualize.occlude.Strength;
import io.github.unitscope.visualize.select.ClassNames;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/** Options of covering parts of images. */
public final class OcclusionOptions {
  private static final int DEFAULT_SHOWN = 4;

  @ParametersDelegate
  private final UnitOptions units = new UnitOptions(LayerDefault.FEATURE_MAPS, 0);

  @Parameter(
      names = "--rank-by",
      description =
          "Without --units: what makes a feature map the strongest, the sum of its"
              + " activations or their maximum")
  private Strength rankBy = Strength.MAXIMUM;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--class",
      description =
          "Class to follow, by name or number. Default: the image's own if it has a label,"
              + " else the most probable one")
  private String subject;

  @Parameter(
      names = "--square",
      description =
          "Side of the square in pixels, at least 1. Default: a fifth of the image's"
              + " shorter side")
  private Integer square;

  @Parameter(
      names = "--stride",
      description =
          "Pixels between two positions of the square, at least 1. Default: "
              + Occluder.POSITIONS
              + " positions per side")
  private Integer stride;

  @Parameter(
      names = "--fill",
      description = "What the square is filled with: a value, or mean for the mean of the image")
  private String fill = Fill.GREY.toString();

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--show",
      description =
          "Images to occlude, from 0: 7 or 0-3 or all. Default: the first " + DEFAULT_SHOWN)
  private String show;

  /**
   * The layer.
   *
   * @throws UsageException if there is none of that name or number
   */
  public Layer layer(Network network) {
    return units.layer(network);
  }

  /**
   * The feature map; empty for the strongest.
   *
   * @throws UsageException if it does not exist, or there are several
   */
  public OptionalInt channel(Network network) {
    if (!units.hasUnits()) {
      return OptionalInt.empty();
    }
    List<Integer> chosen = units.on(network).units();
    if (chosen.size() != 1) {
      throw new UsageException(
          String.format(
              Locale.ROOT, "--units: occlude follows one feature map, not %d", chosen.size()));
    }
    return OptionalInt.of(chosen.get(0));
  }

  /** What makes a feature map the strongest. */
  public Strength strongest() {
    return rankBy;
  }

  /**
   * The square.
   *
   * @throws UsageException if it does not fit the image
   */
  public Occluder occluder(ImageShape image) {
    Occluder otherwise = Occluder.forImage(image);
    return UsageException.check(
        () ->
            new Occluder(
                image,
                Objects.requireNonNullElse(square, otherwise.side()),
                Objects.requireNonNullElse(stride, otherwise.stride())));
  }

  /**
   * What the square is filled with.
   *
   * @throws UsageException if it cannot be read
   */
  public Fill fill() {
    if (fill.equals("mean")) {
      return Fill.MEAN;
    }
    try {
      return UsageException.check(() -> new Fill(Double.valueOf(fill)));
    } catch (NumberFormatException e) {
      throw new UsageException(
          String.format(Locale.ROOT, "--fill %s cannot be read: write a number, or mean", fill));
    }
  }

  /**
   * The images to look at.
   *
   * @param count how many there are
   * @throws UsageException if the list cannot be read or names an image that is not there
   */
  public List<Integer> shown(int count) {
    if (show == null) {
      return NumberList.range(0, Math.min(DEFAULT_SHOWN, count) - 1);
    }
    return NumberList.parse(
        "--show",
        show,
        count,
        image -> {
          if (image >= count) {
            throw new UsageException(
                String.format(
                    Locale.ROOT, "--show: unknown image %d; expected 0 to %d", image, count - 1));
          }
        });
  }

  /**
   * The class to follow; empty where none was asked for.
   *
   * @throws UsageException if the network has no such class
   */
  public OptionalInt subject(Network network) {
    if (subject == null) {
      return OptionalInt.empty();
    }
    List<String> classes =
        OcclusionStudy.classifier(network)
            .orElseThrow(() -> new UsageException("--class: this network has no classes"))
            .classes();
    return UsageException.check(() -> OptionalInt.of(ClassNames.indexOf(subject, classes)));
  }
}
