package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Digits drawn from strokes of our own, made to look like MNIST: bent, slanted and scaled at
 * random, written with pens of different width, fitted into 20×20 pixels and centred by mass in
 * 28×28. They let everything run where no data are. Image i shows digit i mod 10 and is a pure
 * function of the seed and i.
 *
 * @param size how many images
 * @param seed of the drawing
 */
public record SyntheticDigits(int size, Seed seed) implements ImageSet {
  private static final ImageShape SHAPE = ImageShape.grey(28, 28);
  private static final int CLASSES = 10;

  /** The side of the square that a digit is fitted into, as in MNIST. */
  private static final double BOX = 20;

  private static final int WAVES = 3;
  private static final double WAVE_AMPLITUDE = 0.035;
  private static final double LARGEST_ROTATION = 0.22;
  private static final double LARGEST_SLANT = 0.35;
  private static final double THINNEST_PEN = 0.8;
  private static final double THICKEST_PEN = 1.7;

  private static final int TRAIN = 10_000;
  private static final int HELD_OUT = 1_000;

  /** The built-in dataset: 10,000 images for training, 1,000 each for validation and test. */
  static Dataset dataset() {
    Seed seed = Seed.root(0).derive("synthetic digits");
    return new Dataset(
        "synthetic",
        ValueRange.UNIT_INTERVAL,
        new SyntheticDigits(TRAIN, seed.derive("train")).drawn(),
        new SyntheticDigits(HELD_OUT, seed.derive("validation")).drawn(),
        new SyntheticDigits(HELD_OUT, seed.derive("test")).drawn(),
        List.of());
  }

  /** All images drawn once and kept, with 8 bits a pixel. */
  private ImageSet drawn() {
    byte[] pixels = new byte[size * SHAPE.size()];
    byte[] labels = new byte[size];
    float[] image = new float[SHAPE.size()];
    for (int i = 0; i < size; i++) {
      read(i, image);
      labels[i] = (byte) label(i);
      for (int p = 0; p < image.length; p++) {
        pixels[i * image.length + p] = (byte) Math.round(255 * image[p]);
      }
    }
    return new ByteImages(SHAPE, pixels, labels, 0, size);
  }

  @Override
  public ImageShape shape() {
    return SHAPE;
  }

  @Override
  public int label(int index) {
    return Objects.checkIndex(index, size) % CLASSES;
  }

  @Override
  public void read(int index, float[] pixels) {
    SplitMix64 random = seed.derive(index).stream();
    List<Glyph> ways = Glyph.DIGITS.get(label(index));
    double[][][] strokes = bend(ways.get(random.nextInt(ways.size())).strokes(), random);
    fit(strokes);
    double pen = THINNEST_PEN + (THICKEST_PEN - THINNEST_PEN) * random.nextDouble();
    Arrays.fill(pixels, 0, SHAPE.size(), 0f);
    for (double[][] stroke : strokes) {
      for (int i = 0; i + 1 < stroke.length; i++) {
        Pen.draw(pixels, SHAPE, stroke[i], stroke[i + 1], pen);
      }
    }
  }

  /** Copies of the strokes under a smooth random displacement and a random affine map. */
  private static double[][][] bend(double[][][] strokes, SplitMix64 random) {
    double[] waves = new double[4 * 2 * WAVES];
    Arrays.setAll(waves, i -> random.nextGaussian());
    double angle = LARGEST_ROTATION * (2 * random.nextDouble() - 1);
    double slant = LARGEST_SLANT * (2 * random.nextDouble() - 1);
    double aspect = 0.75 + 0.4 * random.nextDouble();
    double[][][] bent = new double[strokes.length][][];
    for (int s = 0; s < strokes.length; s++) {
      bent[s] = new double[strokes[s].length][];
      for (int i = 0; i < bent[s].length; i++) {
        double x = strokes[s][i][0] + displacement(strokes[s][i], waves, 0) - 0.5;
        double y = strokes[s][i][1] + displacement(strokes[s][i], waves, 4 * WAVES) - 0.5;
        double u = aspect * x - slant * y;
        bent[s][i] =
            new double[] {
              Math.cos(angle) * u - Math.sin(angle) * y, Math.sin(angle) * u + Math.cos(angle) * y
            };
      }
    }
    return bent;
  }

  /** A sum of random waves about as long as the digit. */
  private static double displacement(double[] point, double[] waves, int from) {
    double sum = 0;
    for (int i = from; i < from + 4 * WAVES; i += 4) {
      double phase = 3 * (waves[i] * point[0] + waves[i + 1] * point[1]) + 3 * waves[i + 2];
      sum += WAVE_AMPLITUDE * waves[i + 3] * Math.sin(phase);
    }
    return sum;
  }

  /** Scales the strokes into the box and moves their centre of mass to the middle, in place. */
  private static void fit(double[][][] strokes) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] moment = new double[2];
    double mass = 0;
    for (double[][] stroke : strokes) {
      for (int i = 0; i < stroke.length; i++) {
        for (int axis = 0; axis < 2; axis++) {
          low[axis] = Math.min(low[axis], stroke[i][axis]);
          high[axis] = Math.max(high[axis], stroke[i][axis]);
        }
        if (i > 0) {
          double length =
              Math.hypot(stroke[i][0] - stroke[i - 1][0], stroke[i][1] - stroke[i - 1][1]);
          mass += length;
          moment[0] += length * (stroke[i][0] + stroke[i - 1][0]) / 2;
          moment[1] += length * (stroke[i][1] + stroke[i - 1][1]) / 2;
        }
      }
    }
    double scale = (BOX - 2) / Math.max(high[0] - low[0], high[1] - low[1]);
    for (double[][] stroke : strokes) {
      for (double[] point : stroke) {
        point[0] = SHAPE.width() / 2.0 + scale * (point[0] - moment[0] / mass);
        point[1] = SHAPE.height() / 2.0 + scale * (point[1] - moment[1] / mass);
      }
    }
  }
}
