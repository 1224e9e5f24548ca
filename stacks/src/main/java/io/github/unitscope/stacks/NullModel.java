package io.github.unitscope.stacks;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * Networks of the same architecture as a trained one, without what training put there. What is
 * measured on a trained network means something where these measure otherwise.
 */
public enum NullModel {
  /**
   * Before training: weights as they are first drawn, biases of 0. Small weights leave every
   * sigmoid near its middle, where it is a straight line, so that each unit is close to a linear
   * filter of the image.
   */
  UNTRAINED {
    @Override
    LogisticLayer layer(float[] weights, float[] biases, Seed seed) {
      int inputs = weights.length / biases.length;
      return new LogisticLayer(
          InitialWeights.draw(inputs, biases.length, seed.derive("weights")),
          new float[biases.length]);
    }
  },
  /**
   * Normally distributed weights and biases, with the mean and the deviation of the trained ones of
   * each layer: as non-linear as the trained network, without its tails and its structure.
   */
  RESCALED {
    @Override
    LogisticLayer layer(float[] weights, float[] biases, Seed seed) {
      return joined(
          normalLike(weights, seed.derive("weights")), normalLike(biases, seed.derive("biases")));
    }
  },
  /**
   * The trained weights of each layer in a random order over all its connections, and its biases
   * over all its units: the same distribution of numbers without structure.
   */
  SHUFFLED {
    @Override
    LogisticLayer layer(float[] weights, float[] biases, Seed seed) {
      return joined(
          Shuffle.of(weights, seed.derive("weights")), Shuffle.of(biases, seed.derive("biases")));
    }
  };

  /** A layer in the place of a trained one, whose weights are given column by column. */
  abstract LogisticLayer layer(float[] weights, float[] biases, Seed seed);

  /**
   * The network to hold a trained one against.
   *
   * @param trained whose architecture is taken
   * @param seed of everything random; every null model and layer derives its own
   */
  public LogisticStack of(FullyConnected trained, Seed seed) {
    Seed own = seed.derive("null model").derive(name());
    List<LogisticLayer> layers = new ArrayList<>();
    for (Layer layer : trained.layers()) {
      int index = layer.index();
      float[] weights = columns(trained.weights(index));
      layers.add(layer(weights, trained.biases(index), own.derive(index)));
    }
    return new LogisticStack(trained.inputShape(), layers);
  }

  private static float[] columns(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.readColumns(0, matrix.columns(), values);
    return values;
  }

  private static LogisticLayer joined(float[] weights, float[] biases) {
    Matrix matrix = Matrix.zeros(weights.length / biases.length, biases.length);
    matrix.writeColumns(0, biases.length, weights);
    return new LogisticLayer(matrix, biases);
  }

  private static float[] normalLike(float[] values, Seed seed) {
    double mean = 0;
    for (float value : values) {
      mean += value / (double) values.length;
    }
    double variance = 0;
    for (float value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    SplitMix64 random = seed.stream();
    float[] drawn = new float[values.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) (mean + Math.sqrt(variance) * random.nextGaussian());
    }
    return drawn;
  }
}
