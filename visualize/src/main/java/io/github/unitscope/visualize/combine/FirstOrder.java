package io.github.unitscope.visualize.combine;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The gradients of units at an image where the units below them are as little saturated as they get
 * (Erhan et al. 2009, section 3.3: to first order the linear combination is the direction of the
 * gradient). Where no sigmoid below were saturated at all, every derivative would be ¼ and the
 * gradient exactly 4^(1−j) times the combination of all filters; the {@link #slopes} say how far
 * from that a network is.
 */
public final class FirstOrder implements AutoCloseable {
  private static final double STEEPEST = 0.25;

  private final Network network;
  private final int layer;
  private final float[] point;
  private final Pass pass;
  private final int row;

  /**
   * Looks for the image.
   *
   * @param network to look at
   * @param layer whose units are looked at, from 1
   * @throws InvalidInputException if there is no such layer
   */
  @SuppressWarnings("MustBeClosedChecker") // close() closes it.
  @MustBeClosed
  public FirstOrder(Network network, int layer) {
    network.layer(layer);
    this.network = network;
    this.layer = layer;
    this.point = UnsaturatedPoint.below(network, layer);
    Set<Readout> readouts = new HashSet<>();
    for (int j = 1; j <= layer; j++) {
      readouts.add(new Readout(j, Quantity.PREACTIVATION));
    }
    this.pass = network.newPass(readouts);
    this.row = pass.usableRows()[0];
    pass.input().writeRow(row, point);
    pass.forward();
  }

  /** The image [inputs] at which the gradients are taken. */
  public float[] point() {
    return point.clone();
  }

  /**
   * The mean slope of the sigmoids of each layer below at that image, as a share of the steepest: 4
   * h (1 − h), in [0, 1]. Empty for layer 1, whose gradient is the filter everywhere.
   */
  public double[] slopes() {
    double[] slopes = new double[layer - 1];
    for (int j = 1; j < layer; j++) {
      Matrix matrix = pass.output(new Readout(j, Quantity.PREACTIVATION));
      float[] preactivations = new float[matrix.columns()];
      matrix.readRow(row, preactivations);
      for (float preactivation : preactivations) {
        slopes[j - 1] += Logistic.derivative(preactivation) / STEEPEST / preactivations.length;
      }
    }
    return slopes;
  }

  /**
   * The gradients of pre-activations with respect to the image.
   *
   * @param units from 0
   * @return [units][inputs]
   * @throws InvalidInputException if there is no such unit
   */
  public float[][] gradients(List<Integer> units) {
    float[][] gradients = new float[units.size()][network.inputShape().size()];
    Matrix gradient = pass.gradient(new Readout(layer, Quantity.PREACTIVATION));
    for (int i = 0; i < gradients.length; i++) {
      int unit = units.get(i);
      network.layer(layer).requireUnit(unit);
      gradient.set(row, unit, 1);
      pass.backward().readRow(row, gradients[i]);
      gradient.set(row, unit, 0);
    }
    return gradients;
  }

  /** Gives the memory of its pass back. */
  @Override
  public void close() {
    pass.close();
  }
}
