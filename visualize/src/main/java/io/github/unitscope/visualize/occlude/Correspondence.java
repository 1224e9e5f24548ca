package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.stream.ImageStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ObjIntConsumer;

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
   * @throws io.github.unitscope.network.message.InvalidInputException if images may not have the
   *     square's value
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
   * Covers parts in several images.
   *
   * @param layer whose activations are compared
   * @param images [images][inputs], at least 2
   * @param parts for each part where it is in each image
   * @return the distances for each part
   */
  public List<Distances> of(Layer layer, float[][] images, List<List<Place>> parts) {
    for (List<Place> places : parts) {
      if (images.length < 2 || places.size() != images.length) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%d places in %d images", places.size(), images.length));
      }
    }
    float[][] whole = new float[images.length][];
    byte[][] signs = new byte[parts.size() * images.length][];
    // One part after the other would make passes anew for each: they take memory.
    show(layer, new GivenImages(network.inputShape(), List.of(images)), (x, i) -> whole[i] = x);
    show(
        layer,
        new Covered(network.inputShape(), this, images, parts),
        (x, i) -> signs[i] = signs(whole[i % images.length], x));
    List<Distances> distances = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      int first = part * images.length;
      distances.add(distances(Arrays.copyOfRange(signs, first, first + images.length)));
    }
    return distances;
  }

  private void show(Layer layer, ImageSet images, ObjIntConsumer<float[]> reader) {
    Readout readout = new Readout(layer.index(), Quantity.ACTIVATION);
    ImageStream.show(
        network,
        Set.of(readout),
        images,
        workers,
        shown -> {
          for (int i = 0; i < shown.rows().length; i++) {
            float[] activations = new float[layer.units()];
            shown.pass().output(readout).readRow(shown.rows()[i], activations);
            reader.accept(activations, shown.first() + i);
          }
        },
        done -> {});
  }

  private static byte[] signs(float[] whole, float[] covered) {
    byte[] signs = new byte[whole.length];
    for (int unit = 0; unit < signs.length; unit++) {
      // Adding 0 makes 0 of −0.
      signs[unit] = (byte) Float.compare(whole[unit] + 0f, covered[unit] + 0f);
    }
    return signs;
  }

  /**
   * @param signs [images][units]
   */
  private static Distances distances(byte[][] signs) {
    double[] distances = new double[signs.length * (signs.length - 1) / 2];
    int pair = 0;
    for (int i = 0; i < signs.length; i++) {
      for (int j = i + 1; j < signs.length; j++) {
        int different = 0;
        for (int unit = 0; unit < signs[i].length; unit++) {
          different += signs[i][unit] == signs[j][unit] ? 0 : 1;
        }
        distances[pair++] = different / (double) signs[i].length;
      }
    }
    return new Distances(distances);
  }

  /** All images with the first part covered, then all with the second … */
  private record Covered(
      ImageShape shape, Correspondence correspondence, float[][] images, List<List<Place>> parts)
      implements ImageSet {
    @Override
    public int size() {
      return parts.size() * images.length;
    }

    @Override
    public void read(int index, float[] pixels) {
      float[] image = images[index % images.length];
      Place place = parts.get(index / images.length).get(index % images.length);
      float[] square = correspondence.fill.of(image, shape);
      correspondence.occluder.coverAt(image, place.row, place.column, square, pixels);
    }
  }
}
