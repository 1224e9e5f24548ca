package io.github.unitscope.rbm;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.TiedStack;
import java.util.List;

/**
 * A deep belief network (Hinton, Osindero, Teh 2006): restricted Boltzmann machines on top of each
 * other. The top one is undirected; those below are run upwards by their recognition weights and
 * downwards by their generative ones, which are the same before fine-tuning.
 */
public final class Dbn extends TiedStack<Rbm> implements Generative {
  /**
   * @param inputShape the shape of the images
   * @param rbms from the input upwards
   * @throws io.github.unitscope.network.message.InvalidInputException if one does not fit the one
   *     below it, or there is none
   */
  public Dbn(ImageShape inputShape, List<Rbm> rbms) {
    super(inputShape, rbms);
  }

  @Override
  public boolean hasBinaryInput() {
    return rbm(1).visibleUnits() == VisibleUnits.BERNOULLI;
  }

  private Rbm rbm(int layer) {
    return tiedLayers().get(layer(layer).index() - 1);
  }

  @Override
  public void propUp(int layer, Matrix below, Matrix means) {
    rbm(layer).propUp(below, means);
  }

  @Override
  public void sample(int layer, Matrix means, long[] seeds, Matrix samples) {
    if (layer == 0) {
      rbm(1).sampleVisible(means, seeds, samples);
    } else {
      Generative.super.sample(layer, means, seeds, samples);
    }
  }

  @Override
  public void propDown(int layer, Matrix above, Matrix means) {
    rbm(layer).propDown(above, means);
  }
}
