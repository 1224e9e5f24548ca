package io.github.unitscope.stacks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticLayer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
  private static final int PERIOD = 300;

  /** Image i repeats with a period, so that a long set can be held against a short one. */
  private record Noise(int size) implements ImageSet {
    @Override
    public ImageShape shape() {
      return ImageShape.grey(4, 5);
    }

    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = Seed.root(8).derive(index % PERIOD).stream();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (float) random.nextGaussian();
      }
    }
  }

  private static LogisticLayer layer() {
    SplitMix64 random = Seed.root(9).stream();
    Matrix weights = Matrix.zeros(20, 30);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 30; j++) {
        weights.set(i, j, (float) random.nextGaussian());
      }
    }
    float[] bias = new float[30];
    Arrays.fill(bias, 0.25f);
    return new LogisticLayer(weights, bias);
  }

  @Test
  void hiddenMeansAreTheLogisticFunctionOfAnAffineMap() {
    LogisticLayer layer = layer();
    TrainingRows images = TrainingRows.of(new Noise(PERIOD));
    Matrix means = Matrix.zeros(1, 30);
    try (Workers workers = new Workers(2)) {
      TrainingRows.hiddenMeans(images, layer, workers).read(new int[] {123}, 0, means);
    }
    float[] x = new float[20];
    new Noise(PERIOD).read(123, x);
    for (int j = 0; j < 30; j++) {
      double z = layer.bias()[j];
      for (int i = 0; i < 20; i++) {
        z += x[i] * (double) layer.weights().get(i, j);
      }
      assertEquals(Logistic.sigmoid(z), means.get(0, j), 1e-6);
    }
  }

  @Test
  void meansThatDoNotFitInMemoryAreTheSameBitsAsThoseThatDo() {
    LogisticLayer layer = layer();
    try (Workers workers = new Workers(2)) {
      TrainingRows stored =
          TrainingRows.hiddenMeans(TrainingRows.of(new Noise(PERIOD)), layer, workers);
      TrainingRows computed =
          TrainingRows.hiddenMeans(TrainingRows.of(new Noise(Integer.MAX_VALUE)), layer, workers);
      assertEquals(Integer.MAX_VALUE, computed.size());
      int last = (Integer.MAX_VALUE - 1) / PERIOD * PERIOD;
      Matrix expected = Matrix.zeros(99, 30);
      Matrix actual = Matrix.zeros(99, 30);
      stored.read(IntStream.range(0, 100).toArray(), 1, expected);
      computed.read(IntStream.range(last - PERIOD, last - PERIOD + 100).toArray(), 1, actual);
      assertArrayEquals(expected.toRows(), actual.toRows());
    }
  }
}
