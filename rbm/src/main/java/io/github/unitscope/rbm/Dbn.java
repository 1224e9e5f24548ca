package io.github.unitscope.rbm;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.LogisticStack;
import java.util.List;
import java.util.Set;

/**
 * A deep belief network (Hinton, Osindero, Teh 2006): restricted Boltzmann machines on top of each
 * other. The top one is undirected; those below are run upwards by their recognition weights and
 * downwards by their generative ones, which are the same before fine-tuning.
 */
public final class Dbn implements FullyConnected, Generative {
  private final LogisticStack upwards;
  private final List<Rbm> rbms;

  /**
   * @param inputShape the shape of the images
   * @param rbms from the input upwards
   * @throws InvalidInputException if one does not fit the one below it, or there is none
   */
  public Dbn(ImageShape inputShape, List<Rbm> rbms) {
    this.rbms = List.copyOf(rbms);
    this.upwards = new LogisticStack(inputShape, rbms.stream().map(Rbm::recognition).toList());
  }

  /** The machines from the input upwards. */
  public List<Rbm> rbms() {
    return rbms;
  }

  @Override
  public ImageShape inputShape() {
    return upwards.inputShape();
  }

  @Override
  public List<Layer> layers() {
    return upwards.layers();
  }

  @Override
  public Pass newPass(Set<Readout> readouts) {
    return upwards.newPass(readouts);
  }

  @Override
  public Pass newPass(Set<Readout> readouts, int rows) {
    return upwards.newPass(readouts, rows);
  }

  @Override
  public Matrix weights(int layer) {
    return upwards.weights(layer);
  }

  @Override
  public float[] biases(int layer) {
    return upwards.biases(layer);
  }

  @Override
  public boolean hasBinaryInput() {
    return rbms.get(0).visibleUnits() == VisibleUnits.BERNOULLI;
  }

  @Override
  public void propUp(int layer, Matrix below, Matrix means) {
    rbms.get(layer(layer).index() - 1).propUp(below, means);
  }

  @Override
  public void sample(int layer, Matrix means, long[] seeds, Matrix samples) {
    if (layer == 0) {
      rbms.get(0).sampleVisible(means, seeds, samples);
    } else {
      Generative.super.sample(layer, means, seeds, samples);
    }
  }

  @Override
  public void propDown(int layer, Matrix above, Matrix means) {
    rbms.get(layer(layer).index() - 1).propDown(above, means);
  }
}
