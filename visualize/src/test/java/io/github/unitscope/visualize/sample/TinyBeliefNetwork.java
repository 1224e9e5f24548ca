package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.LogisticLayer;
import io.github.unitscope.network.LogisticStack;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A deep belief network, small enough to sum over all of its states. */
public final class TinyBeliefNetwork implements Generative {
  private final LogisticStack stack;
  private final List<LogisticLayer> up;

  /** The biases of the units below layer j, given layer j, at position j − 1. */
  private final List<float[]> down;

  private TinyBeliefNetwork(LogisticStack stack, List<LogisticLayer> up, List<float[]> down) {
    this.stack = stack;
    this.up = up;
    this.down = down;
  }

  /**
   * A network with strong weights.
   *
   * @param units from the input upwards
   */
  public static TinyBeliefNetwork random(Seed seed, int... units) {
    List<LogisticLayer> up = new ArrayList<>();
    List<float[]> down = new ArrayList<>();
    for (int j = 1; j < units.length; j++) {
      Seed layer = seed.derive(j);
      double deviation = units[j] > 10 ? 2 / Math.sqrt(units[j]) : 1.5;
      up.add(RandomNetworks.layer(layer, units[j - 1], units[j], deviation));
      down.add(RandomNetworks.gaussian(layer.derive("down"), units[j - 1], 1));
    }
    LogisticStack stack = new LogisticStack(ImageShape.grey(1, units[0]), up);
    return new TinyBeliefNetwork(stack, up, down);
  }

  /** E[x | unit of a layer is on] in the network that ends with that layer, by enumeration. */
  double[] expectedInput(int layer, int unit) {
    LogisticLayer top = up.get(layer - 1);
    int lowerUnits = top.weights().rows();
    double[] expected = new double[inputShape().size()];
    double total = 0;
    for (int lower = 0; lower < 1 << lowerUnits; lower++) {
      double probability = 0;
      for (int upper = 0; upper < 1 << top.bias().length; upper++) {
        if (bit(upper, unit) == 1) {
          probability += Math.exp(-energy(layer, lower, upper));
        }
      }
      total += probability;
      addScaled(probability, expectedInputGiven(layer - 1, lower), expected);
    }
    double[] normalized = new double[expected.length];
    addScaled(1 / total, expected, normalized);
    return normalized;
  }

  private double energy(int layer, int lower, int upper) {
    LogisticLayer pair = up.get(layer - 1);
    double energy = 0;
    for (int j = 0; j < pair.bias().length; j++) {
      energy -= bit(upper, j) * pair.bias()[j];
    }
    for (int i = 0; i < pair.weights().rows(); i++) {
      energy -= bit(lower, i) * down.get(layer - 1)[i];
      for (int j = 0; j < pair.bias().length; j++) {
        energy -= bit(lower, i) * pair.weights().get(i, j) * bit(upper, j);
      }
    }
    return energy;
  }

  /** E[x | state of a layer]; layer 0 is the input itself. */
  private double[] expectedInputGiven(int layer, int state) {
    double[] expected = new double[inputShape().size()];
    if (layer == 0) {
      for (int i = 0; i < expected.length; i++) {
        expected[i] = bit(state, i);
      }
      return expected;
    }
    double[] means = meansBelow(layer, state);
    for (int below = 0; below < 1 << means.length; below++) {
      double probability = 1;
      for (int i = 0; i < means.length; i++) {
        probability *= bit(below, i) == 1 ? means[i] : 1 - means[i];
      }
      addScaled(probability, expectedInputGiven(layer - 1, below), expected);
    }
    return expected;
  }

  private double[] meansBelow(int layer, int state) {
    Matrix weights = up.get(layer - 1).weights();
    double[] means = new double[weights.rows()];
    for (int i = 0; i < means.length; i++) {
      double z = down.get(layer - 1)[i];
      for (int j = 0; j < weights.columns(); j++) {
        z += weights.get(i, j) * bit(state, j);
      }
      means[i] = 1 / (1 + Math.exp(-z));
    }
    return means;
  }

  private static int bit(int state, int i) {
    return state >> i & 1;
  }

  private static void addScaled(double factor, double[] from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * from[i];
    }
  }

  @Override
  public void propUp(int layer, Matrix below, Matrix means) {
    LogisticLayer weights = up.get(layer - 1);
    Affine.activation(below, weights.weights(), weights.bias(), means);
  }

  @Override
  public void propDown(int layer, Matrix above, Matrix means) {
    Affine.activationBelow(above, up.get(layer - 1).weights(), down.get(layer - 1), means);
  }

  @Override
  public ImageShape inputShape() {
    return stack.inputShape();
  }

  @Override
  public List<Layer> layers() {
    return stack.layers();
  }

  @Override
  public Pass newPass(Set<Readout> readouts) {
    return stack.newPass(readouts);
  }
}
