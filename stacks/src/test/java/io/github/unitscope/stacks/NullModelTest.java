package io.github.unitscope.stacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NullModelTest {
  private static final Seed SEED = Seed.root(6);

  /** Weights around 1 with a deviation of 3, and biases around −2. */
  private static LogisticStack trained() {
    SplitMix64 random = Seed.root(1).stream();
    Matrix first = Matrix.zeros(30, 40);
    Matrix second = Matrix.zeros(40, 20);
    float[] firstBiases = new float[40];
    float[] secondBiases = new float[20];
    for (Matrix weights : List.of(first, second)) {
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, (float) (1 + 3 * random.nextGaussian()));
        }
      }
    }
    for (float[] biases : List.of(firstBiases, secondBiases)) {
      for (int i = 0; i < biases.length; i++) {
        biases[i] = (float) (-2 + random.nextGaussian());
      }
    }
    return new LogisticStack(
        ImageShape.grey(5, 6),
        List.of(new LogisticLayer(first, firstBiases), new LogisticLayer(second, secondBiases)));
  }

  private static float[] weights(FullyConnected network, int layer) {
    Matrix matrix = network.weights(layer);
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.readColumns(0, matrix.columns(), values);
    return values;
  }

  private static float[] sorted(float[] values) {
    float[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(float[] values) {
    double mean = mean(values);
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  @ParameterizedTest
  @EnumSource
  void hasTheArchitectureAndIsTheSameForASeed(NullModel nullModel) {
    LogisticStack network = nullModel.of(trained(), SEED);
    assertEquals(trained().inputShape(), network.inputShape());
    assertEquals(trained().layers(), network.layers());
    assertArrayEquals(weights(network, 2), weights(nullModel.of(trained(), SEED), 2));
    float[] other = weights(nullModel.of(trained(), Seed.root(7)), 2);
    assertFalse(Arrays.equals(weights(network, 2), other));
    assertFalse(Arrays.equals(weights(network, 2), weights(trained(), 2)));
  }

  @Test
  void shuffledKeepsTheNumbersOfEveryLayer() {
    LogisticStack network = NullModel.SHUFFLED.of(trained(), SEED);
    for (int layer = 1; layer <= 2; layer++) {
      assertArrayEquals(sorted(weights(trained(), layer)), sorted(weights(network, layer)));
      assertArrayEquals(sorted(trained().biases(layer)), sorted(network.biases(layer)));
    }
  }

  @Test
  void rescaledKeepsMeansAndDeviations() {
    LogisticStack network = NullModel.RESCALED.of(trained(), SEED);
    assertEquals(mean(weights(trained(), 1)), mean(weights(network, 1)), 0.3);
    assertEquals(deviation(weights(trained(), 1)), deviation(weights(network, 1)), 0.2);
    assertEquals(-2, mean(network.biases(1)), 0.6);
  }

  @Test
  void untrainedIsAsTrainingBegins() {
    LogisticStack network = NullModel.UNTRAINED.of(trained(), SEED);
    assertEquals(0.01, deviation(weights(network, 1)), 0.001);
    assertArrayEquals(new float[40], network.biases(1));
  }
}
