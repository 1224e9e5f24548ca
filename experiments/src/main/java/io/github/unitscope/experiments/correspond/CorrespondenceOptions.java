package io.github.unitscope.experiments.correspond;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.LayerDefault;
import io.github.unitscope.experiments.options.LayersOption;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.occlude.Occluder;
import java.nio.file.Path;
import java.util.List;

/** Options of the correspondence of parts. */
public final class CorrespondenceOptions {
  /** Names the file of places; its hash stands in manifests by this name. */
  public static final String PARTS = "--parts";

  private static final int DEFAULT_RANDOM = 20;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = PARTS,
      description =
          "CSV file with a heading and the columns image,part,row,column: where each part"
              + " is in each image. Required")
  private Path parts;

  @ParametersDelegate
  private final LayersOption layers = new LayersOption(LayerDefault.FEATURE_MAPS.words());

  @Parameter(
      names = "--square",
      description =
          "Side of the square that covers a part, in pixels. Default: a fifth of the"
              + " image's shorter side")
  private Integer square;

  @Parameter(names = "--random", description = "Number of random-occlusion controls, at least 1")
  private int random = DEFAULT_RANDOM;

  /**
   * The parts.
   *
   * @param count how many images there are
   * @throws UsageException if no file was given
   * @throws io.github.unitscope.network.message.InvalidInputException if the file cannot be read
   */
  public PartsFile parts(int count, ImageShape shape) {
    if (parts == null) {
      throw new UsageException(
          "--parts is missing: give a file with lines image,part,row,column, a heading first");
    }
    return PartsFile.read(parts, count, shape);
  }

  /**
   * The layers, the lowest first.
   *
   * @throws UsageException if one does not exist
   */
  public List<Layer> layers(Network network) {
    return layers.on(network, List.of(LayerDefault.FEATURE_MAPS.orNamed(null, network)));
  }

  /**
   * The square.
   *
   * @throws UsageException if it does not fit the image
   */
  public Occluder occluder(ImageShape image) {
    int side = square == null ? Occluder.forImage(image).side() : square;
    return UsageException.check(() -> new Occluder(image, side, 1));
  }

  /**
   * How often random places are covered.
   *
   * @throws UsageException if it is below 1
   */
  public int random() {
    if (random < 1) {
      throw new UsageException("--random must be at least 1, not " + random);
    }
    return random;
  }
}
