package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Objects;

/**
 * A stream of any length of deformed images ("infinite MNIST", Loosli, Canu, Bottou 2007). Image i
 * is a deformation of image i mod n of the n underlying ones, a pure function of the seed and i;
 * nothing is kept in memory.
 */
public final class DeformedImages implements ImageSet {
  private final ImageSet images;
  private final ElasticDeformation deformation;
  private final int size;
  private final Seed seed;
  private final SmoothField field;
  private final double lengthScale;
  private final int height;
  private final int width;

  /**
   * @param images to deform
   * @param deformation how
   * @param size how many images the stream has
   * @param seed of everything random
   */
  public DeformedImages(ImageSet images, ElasticDeformation deformation, int size, Seed seed) {
    this.images = images;
    this.deformation = deformation;
    this.size = size;
    this.seed = seed;
    ImageShape shape = images.shape();
    this.height = shape.height();
    this.width = shape.width();
    this.lengthScale = Math.min(shape.height(), shape.width()) / ElasticDeformation.REFERENCE_SIDE;
    this.field = new SmoothField(seed.derive("field"), deformation.smoothness() * lengthScale);
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int label(int index) {
    return images.label(Objects.checkIndex(index, size) % images.size());
  }

  @Override
  public void read(int index, float[] pixels) {
    float[] original = new float[shape().size()];
    images.read(Objects.checkIndex(index, size) % images.size(), original);
    warp(original, pixels, seed.derive(index).stream());
  }

  private void warp(float[] from, float[] to, SplitMix64 random) {
    double angle = Math.toRadians(deformation.rotation()) * uniform(random);
    double scale = 1 + deformation.scaling() * uniform(random);
    double shear = deformation.shear() * uniform(random);
    float xx = (float) (Math.cos(angle) / scale);
    float xy = (float) ((Math.cos(angle) * shear - Math.sin(angle)) / scale);
    float yx = (float) (Math.sin(angle) / scale);
    float yy = (float) ((Math.sin(angle) * shear + Math.cos(angle)) / scale);
    float amplitude = (float) (deformation.displacement() * lengthScale);
    // Windows that are far apart are independent; each direction has its own.
    int rowX = random.nextInt(SmoothField.SIDE);
    int columnX = random.nextInt(SmoothField.SIDE);
    int rowY = rowX + SmoothField.SIDE / 4 + random.nextInt(SmoothField.SIDE / 2);
    int columnY = columnX + SmoothField.SIDE / 4 + random.nextInt(SmoothField.SIDE / 2);
    float middleX = (width - 1) / 2f;
    float middleY = (height - 1) / 2f;
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        float u = column - middleX;
        float v = row - middleY;
        float dx = amplitude * field.at(rowX + row, columnX + column);
        float dy = amplitude * field.at(rowY + row, columnY + column);
        float x = middleX + xx * u + xy * v + dx;
        float y = middleY + yx * u + yy * v + dy;
        interpolate(from, to, row * width + column, x, y);
      }
    }
  }

  private static double uniform(SplitMix64 random) {
    return 2 * random.nextDouble() - 1;
  }

  /** Bilinear interpolation in every channel; outside the image there is nothing. */
  private void interpolate(float[] from, float[] to, int pixel, float x, float y) {
    // Not Math.floor: this runs for every pixel of millions of images.
    int left = floor(x);
    int top = floor(y);
    float right = x - left;
    float below = y - top;
    boolean inside = left >= 0 && left + 1 < width && top >= 0 && top + 1 < height;
    for (int offset = 0; offset < from.length; offset += height * width) {
      float upper;
      float lower;
      if (inside) {
        int corner = offset + top * width + left;
        upper = (1 - right) * from[corner] + right * from[corner + 1];
        lower = (1 - right) * from[corner + width] + right * from[corner + width + 1];
      } else {
        upper = between(from, offset, top, left, right);
        lower = between(from, offset, top + 1, left, right);
      }
      to[offset + pixel] = (1 - below) * upper + below * lower;
    }
  }

  private static int floor(float value) {
    int truncated = (int) value;
    return value < truncated ? truncated - 1 : truncated;
  }

  private float between(float[] from, int offset, int row, int left, float right) {
    return (1 - right) * value(from, offset, row, left)
        + right * value(from, offset, row, left + 1);
  }

  private float value(float[] from, int offset, int row, int column) {
    boolean inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? from[offset + row * width + column] : 0;
  }
}
