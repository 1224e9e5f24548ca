package io.github.unitscope.visualize.sample;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.sample.SamplingSettings.TopDown;
import java.util.ArrayList;
import java.util.Arrays;
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
      up.add(RandomValues.layer(layer, units[j - 1], units[j], deviation, LogisticLayer::new));
      down.add(RandomValues.gaussian(layer.derive("down"), units[j - 1], 1));
    }
    LogisticStack stack = new LogisticStack(ImageShape.grey(1, units[0]), up);
    return new TinyBeliefNetwork(stack, up, down);
  }

  /** A network of one layer with the given parameters. */
  static TinyBeliefNetwork single(LogisticLayer up, float[] inputBias) {
    ImageShape shape = ImageShape.grey(1, inputBias.length);
    return new TinyBeliefNetwork(
        new LogisticStack(shape, List.of(up)), List.of(up), List.of(inputBias));
  }

  /**
   * E[x | unit of a layer is on] in the network that ends with that layer, by enumeration. The way
   * down from the lower of the two layers is sampled, or in mean field.
   */
  double[] expectedInput(int layer, int unit, TopDown topDown) {
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
      double[] image =
          topDown == TopDown.SAMPLE || layer == 1
              ? expectedInputGiven(layer - 1, lower)
              : meanFieldInput(layer - 1, bits(lower, lowerUnits));
      addScaled(probability, image, expected);
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
    double[] means = meansBelow(layer, bits(state, up.get(layer - 1).bias().length));
    for (int below = 0; below < 1 << means.length; below++) {
      double probability = 1;
      for (int i = 0; i < means.length; i++) {
        probability *= bit(below, i) == 1 ? means[i] : 1 - means[i];
      }
      addScaled(probability, expectedInputGiven(layer - 1, below), expected);
    }
    return expected;
  }

  /** The input when every layer on the way down is set to its means. */
  private double[] meanFieldInput(int layer, double[] state) {
    double[] means = meansBelow(layer, state);
    return layer == 1 ? means : meanFieldInput(layer - 1, means);
  }

  private double[] meansBelow(int layer, double[] state) {
    Matrix weights = up.get(layer - 1).weights();
    double[] means = new double[weights.rows()];
    for (int i = 0; i < means.length; i++) {
      double z = down.get(layer - 1)[i];
      for (int j = 0; j < weights.columns(); j++) {
        z += weights.get(i, j) * state[j];
      }
      means[i] = 1 / (1 + Math.exp(-z));
    }
    return means;
  }

  private static double[] bits(int state, int count) {
    double[] bits = new double[count];
    Arrays.setAll(bits, i -> bit(state, i));
    return bits;
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
  @MustBeClosed
  public Pass newPass(Set<Readout> readouts) {
    return stack.newPass(readouts);
  }
}
