package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.SplitMix64;
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
    ImageShape shape = shape();
    float middleX = (shape.width() - 1) / 2f;
    float middleY = (shape.height() - 1) / 2f;
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        float u = column - middleX;
        float v = row - middleY;
        float dx = amplitude * field.at(rowX + row, columnX + column);
        float dy = amplitude * field.at(rowY + row, columnY + column);
        float x = middleX + xx * u + xy * v + dx;
        float y = middleY + yx * u + yy * v + dy;
        interpolate(from, to, row * shape.width() + column, x, y);
      }
    }
  }

  private static double uniform(SplitMix64 random) {
    return 2 * random.nextDouble() - 1;
  }

  /** Bilinear interpolation in every channel; outside the image there is nothing. */
  private void interpolate(float[] from, float[] to, int pixel, float x, float y) {
    ImageShape shape = shape();
    int plane = shape.height() * shape.width();
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = x - left;
    float below = y - top;
    for (int channel = 0; channel < shape.channels(); channel++) {
      int offset = channel * plane;
      float upper =
          (1 - right) * value(from, offset, top, left) + right * value(from, offset, top, left + 1);
      float lower =
          (1 - right) * value(from, offset, top + 1, left)
              + right * value(from, offset, top + 1, left + 1);
      to[offset + pixel] = (1 - below) * upper + below * lower;
    }
  }

  private float value(float[] from, int offset, int row, int column) {
    ImageShape shape = shape();
    boolean inside = row >= 0 && row < shape.height() && column >= 0 && column < shape.width();
    return inside ? from[offset + row * shape.width() + column] : 0;
  }
}
