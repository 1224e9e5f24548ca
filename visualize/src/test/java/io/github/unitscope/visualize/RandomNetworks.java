package io.github.unitscope.visualize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import java.util.List;

/** Stacks of logistic layers to look at. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /**
   * Layers with normally distributed weights.
   *
   * @param gain the deviation of the weights times the square root of the number of inputs
   */
  public static LogisticStack stack(ImageShape shape, Seed seed, double gain, int... units) {
    return new LogisticStack(
        shape, RandomValues.layers(seed, shape.size(), gain, LogisticLayer::new, units));
  }

  /** One layer of given weights [inputs][units] without biases, over a grey image. */
  public static LogisticStack single(int height, int width, float[]... weights) {
    LogisticLayer layer = new LogisticLayer(Matrix.of(weights), new float[weights[0].length]);
    return new LogisticStack(ImageShape.grey(height, width), List.of(layer));
  }
}
