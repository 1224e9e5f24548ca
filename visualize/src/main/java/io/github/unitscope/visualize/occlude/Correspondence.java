package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.List;
import java.util.Set;

/**
 * Whether a layer knows that parts of different images are the same part, an eye or a nose (Zeiler
 * and Fergus 2013, section 4.3 and table 1). The part is covered in every image. If the layer knows
 * it, the same units rise and fall by that in all images: the signs of the changes of its
 * activations have a small Hamming distance between images.
 *
 * @param network to look at
 * @param occluder the square; its stride is not used
 * @param fill what it is filled with
 * @param workers the threads to use
 */
public record Correspondence(Network network, Occluder occluder, Fill fill, Workers workers) {

  /**
   * @throws io.github.unitscope.network.InvalidInputException if images may not have the square's
   *     value
   */
  public Correspondence {
    fill.requireIn(network.imageRange());
  }

  /** A pixel: where the centre of the square is put. */
  public record Place(int row, int column) {}

  /**
   * How alike the changes of different images are.
   *
   * @param distances for every pair of images, the first with the second, the first with the third
   *     …: the share of units whose changes have different signs, 0 to 1; no change is a sign of
   *     its own
   */
  public record Distances(double[] distances) {
    /** The mean over pairs; the smaller, the more the layer knows. */
    public double mean() {
      double sum = 0;
      for (double distance : distances) {
        sum += distance;
      }
      return sum / distances.length;
    }

    /** The standard deviation over pairs. */
    public double deviation() {
      double mean = mean();
      double sum = 0;
      for (double distance : distances) {
        sum += (distance - mean) * (distance - mean);
      }
      return Math.sqrt(sum / distances.length);
    }
  }

  /**
   * Covers a part in several images.
   *
   * @param layer whose activations are compared
   * @param images [images][inputs], at least 2
   * @param places where the part is in each image
   */
  public Distances of(Layer layer, float[][] images, List<Place> places) {
    if (images.length < 2 || places.size() != images.length) {
      throw new IllegalArgumentException(
          "%d places in %d images".formatted(places.size(), images.length));
    }
    Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
    float[][] activations = new float[2 * images.length][layer.units()];
    ImageStream.show(
        network,
        Set.of(readout),
        new Pairs(network.inputShape(), this, images, places),
        workers,
        shown -> {
          for (int i = 0; i < shown.rows().length; i++) {
            shown.pass().output(readout).readRow(shown.rows()[i], activations[shown.first() + i]);
          }
        },
        done -> {});
    return distances(activations);
  }

  /**
   * @param activations [2 · images][units]: an image, the same covered, the next image …
   */
  private static Distances distances(float[][] activations) {
    int images = activations.length / 2;
    double[] distances = new double[images * (images - 1) / 2];
    int pair = 0;
    for (int i = 0; i < images; i++) {
      for (int j = i + 1; j < images; j++) {
        int different = 0;
        for (int unit = 0; unit < activations[0].length; unit++) {
          different += sign(activations, i, unit) == sign(activations, j, unit) ? 0 : 1;
        }
        distances[pair++] = different / (double) activations[0].length;
      }
    }
    return new Distances(distances);
  }

  private static int sign(float[][] activations, int image, int unit) {
    return Float.compare(
        // Adding 0 makes 0 of −0.
        activations[2 * image][unit] + 0f, activations[2 * image + 1][unit] + 0f);
  }

  /** Every image, and behind it the same with its part covered. */
  private record Pairs(
      ImageShape shape, Correspondence correspondence, float[][] images, List<Place> places)
      implements ImageSet {
    @Override
    public int size() {
      return 2 * images.length;
    }

    @Override
    public void read(int index, float[] pixels) {
      float[] image = images[index / 2];
      if (index % 2 == 0) {
        System.arraycopy(image, 0, pixels, 0, image.length);
        return;
      }
      Place place = places.get(index / 2);
      float[] square = correspondence.fill.of(image, shape);
      correspondence.occluder.coverAt(image, place.row, place.column, square, pixels);
    }
  }
}
