package io.github.unitscope.convnet.storage;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What {@code model.json} says of a convolutional network.
 *
 * @param kind always {@link #KIND}
 * @param formatVersion of the files, now {@link #FORMAT_VERSION}
 * @param inputShape of the images
 * @param input what the network expects of images with values in [0, 1]
 * @param layers from the input upwards
 * @param classes their names; empty where the network has none
 * @param meanInputNorm mean L2 norm of typical images in [0, 1]: the radius for maximization on a
 *     sphere
 * @param data the dataset that it was trained on; empty where that is not known
 * @param source how it was made, for people
 * @param settings how it was trained; null where it was imported
 * @param seed the root seed of the training; 0 where it was imported
 */
public record ConvDescription(
    String kind,
    int formatVersion,
    ImageShape inputShape,
    InputDeclaration input,
    List<StoredNode> layers,
    List<String> classes,
    double meanInputNorm,
    String data,
    String source,
    Object settings,
    long seed) {
  /** Tells a convolutional network from other models. */
  public static final String KIND = "convnet";

  /** The version that is written and read. */
  public static final int FORMAT_VERSION = 1;

  /** Figures and tables are named after layers; Keras puts / into some names, not at the start. */
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\p{Cntrl}][^\\\\\\p{Cntrl}]{0,199}");

  /** More layers than any network has; a stranger's file must not make many arrays. */
  private static final int MOST_LAYERS = 5000;

  /**
   * @throws InvalidInputException if a value is not one that a convolutional network can have
   */
  public ConvDescription {
    require(KIND.equals(kind), "the kind of model '" + kind + "' is not a convolutional network");
    require(
        formatVersion == FORMAT_VERSION,
        String.format(
            Locale.ROOT,
            "format version %d is not %d: use the unitscope that wrote it",
            formatVersion,
            FORMAT_VERSION));
    require(inputShape != null && input != null, "the description of the input is missing");
    require(
        layers != null && !layers.isEmpty() && layers.size() <= MOST_LAYERS,
        "a model needs 1 to " + MOST_LAYERS + " layers");
    layers = List.copyOf(layers);
    for (StoredNode layer : layers) {
      require(
          layer.name() != null
              && layer.inputs() != null
              && layer.inputs().stream().allMatch(Objects::nonNull)
              && layer.operation() != null,
          "a layer without a name, inputs or an operation");
      require(
          NAME.matcher(layer.name()).matches() && !layer.name().contains(".."),
          String.format(
              Locale.ROOT,
              "the name of a layer, %s, is not one that files can have",
              layer.name()));
    }
    require(
        classes != null && classes.stream().allMatch(Objects::nonNull),
        "the list of classes is missing");
    classes = List.copyOf(classes);
    require(
        meanInputNorm > 0 && !Double.isInfinite(meanInputNorm),
        "the mean norm of the images must be positive, not " + meanInputNorm);
    require(data != null, "the name of the data is missing");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new InvalidInputException(otherwise);
    }
  }

  /**
   * Describes a network.
   *
   * @param meanInputNorm of typical images
   * @param data the dataset that it was trained on; empty where that is not known
   * @param source how it was made
   * @param settings how it was trained; may be null
   * @param seed of the training
   */
  public static ConvDescription of(
      ConvNetwork network,
      double meanInputNorm,
      String data,
      String source,
      Object settings,
      long seed) {
    return new ConvDescription(
        KIND,
        FORMAT_VERSION,
        network.inputShape(),
        network.input(),
        network.nodes().stream().map(StoredNode::of).toList(),
        network.classes(),
        meanInputNorm,
        data,
        source,
        settings,
        seed);
  }
}
