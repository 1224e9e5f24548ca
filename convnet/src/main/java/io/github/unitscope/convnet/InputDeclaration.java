package io.github.unitscope.convnet;

import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Locale;

/**
 * What a network expects of its input: an image's values in [0, 1] are multiplied by {@code scale},
 * and {@code shift} is added, channel by channel in the image's order (red, green, blue); then the
 * channels are put into the network's order.
 *
 * @param name of a widespread convention, or {@code custom}
 * @param blueFirst whether the network's channels are blue, green, red
 * @param scale a number for all channels, or one for each
 * @param shift a number for all channels, or one for each
 */
public record InputDeclaration(
    String name, boolean blueFirst, List<Double> scale, List<Double> shift) {
  /** The image as it is, in [0, 1]. */
  public static final InputDeclaration UNIT = of("unit", 1, 0);

  /** The image in [−1, 1]: what Keras calls "tf", as for MobileNet and Inception. */
  public static final InputDeclaration SIGNED = of("signed", 2, -1);

  /** The image in [0, 255]. */
  public static final InputDeclaration BYTES = of("bytes", 255, 0);

  /** Blue, green, red in [0, 255] minus the means of ImageNet: what Keras calls "caffe". */
  public static final InputDeclaration CAFFE =
      new InputDeclaration(
          "caffe", true, List.of(255.0, 255.0, 255.0), List.of(-123.68, -116.779, -103.939));

  /** Mean 0 and deviation 1 over ImageNet: what Keras calls "torch". */
  public static final InputDeclaration TORCH =
      new InputDeclaration(
          "torch",
          false,
          List.of(1 / 0.229, 1 / 0.224, 1 / 0.225),
          List.of(-0.485 / 0.229, -0.456 / 0.224, -0.406 / 0.225));

  /** Their order is a matrix of channels × channels. */
  private static final int MOST_CHANNELS = 1024;

  private static final List<InputDeclaration> KNOWN = List.of(UNIT, SIGNED, BYTES, CAFFE, TORCH);

  /**
   * @throws InvalidInputException if a number is not finite or a scale is 0
   */
  public InputDeclaration {
    scale = List.copyOf(scale);
    shift = List.copyOf(shift);
    boolean sound =
        scale.stream().allMatch(value -> Double.isFinite(value) && value != 0)
            && shift.stream().allMatch(Double::isFinite);
    if (!sound || scale.isEmpty() || shift.isEmpty()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the input's scale %s and shift %s must be finite numbers, scales not 0",
              scale,
              shift));
    }
  }

  private static InputDeclaration of(String name, double scale, double shift) {
    return new InputDeclaration(name, false, List.of(scale), List.of(shift));
  }

  /**
   * A convention by its name.
   *
   * @throws InvalidInputException if it is not known
   */
  public static InputDeclaration named(String name) {
    return KNOWN.stream()
        .filter(known -> known.name.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        Locale.ROOT,
                        "unknown input convention '%s'; expected one of unit ([0, 1]), signed ([-1, 1]), bytes ([0, 255]), caffe (blue first, ImageNet means subtracted) and torch (ImageNet means and deviations) are",
                        name)));
  }

  /** All that have a name. */
  public static List<InputDeclaration> known() {
    return KNOWN;
  }

  /** Whether there are numbers for so many channels. */
  boolean fits(int channels) {
    return fits(scale, channels) && fits(shift, channels) && (!blueFirst || channels == 3);
  }

  private static boolean fits(List<Double> values, int channels) {
    return values.size() == 1 || values.size() == channels;
  }

  /**
   * The operation that turns an image into what the network expects.
   *
   * @throws InvalidInputException if there are numbers for another number of channels
   */
  Convolution operation(int channels) {
    requireFit(scale, channels);
    requireFit(shift, channels);
    if (channels > MOST_CHANNELS) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "images have up to %d channels, not %d", MOST_CHANNELS, channels));
    }
    if (blueFirst && channels != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "the order of colours does not matter to %d channels", channels));
    }
    Matrix weights = Matrix.zeros(channels, channels);
    float[] bias = new float[channels];
    for (int from = 0; from < channels; from++) {
      int to = blueFirst ? channels - 1 - from : from;
      weights.set(from, to, at(scale, from));
      bias[to] = at(shift, from);
    }
    return Convolution.dense(weights, bias);
  }

  private static float at(List<Double> values, int channel) {
    return values.get(values.size() == 1 ? 0 : channel).floatValue();
  }

  private void requireFit(List<Double> values, int channels) {
    if (!fits(values, channels)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the input convention %s has numbers for %d channels, the network has %d",
              name,
              values.size(),
              channels));
    }
  }
}
