package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The picture of a unit as the sum of the pictures of the units below it, weighted by the
 * connections; the picture of a unit of layer 1 is its filter. With all connections that is a
 * column of W₁ W₂ … W_j. It leaves out the non-linearities: to first order, and where the lower
 * units are not saturated, it is the direction of the gradient, which {@link FirstOrder} shows.
 */
public final class LinearCombination {
  private final FullyConnected network;
  private final Connections connections;

  /**
   * @param network to look at
   * @param connections which to follow. Filters of layer 1 always stay whole
   * @throws InvalidInputException if the network is not fully connected
   */
  public LinearCombination(Network network, Connections connections) {
    if (!(network instanceof FullyConnected fullyConnected)) {
      throw new InvalidInputException(
          "a linear combination of filters needs fully connected layers; this model has others");
    }
    this.network = fullyConnected;
    this.connections = connections;
  }

  /**
   * The pictures of some units of a layer.
   *
   * @param layer from 1
   * @param units from 0
   * @return in the order of the units
   * @throws InvalidInputException if there is no such layer or unit
   */
  public List<Combination> of(int layer, List<Integer> units) {
    units.forEach(unit -> network.layer(layer).requireUnit(unit));
    List<Matrix> followed = new ArrayList<>();
    for (int j = 1; j <= layer; j++) {
      Matrix weights = network.weights(j);
      followed.add(j == 1 || connections.areAll() ? weights : keepStrongest(weights));
    }
    return units.stream().map(unit -> combine(followed, unit)).toList();
  }

  /** One unit at a time, so that it gets the same bits as among others. */
  private Combination combine(List<Matrix> followed, int unit) {
    int layer = followed.size();
    Matrix coefficients = Matrix.zeros(1, followed.get(layer - 1).columns());
    coefficients.set(0, unit, 1);
    for (int j = layer; j >= 2; j--) {
      coefficients = below(coefficients, followed.get(j - 1));
    }
    int filters = 0;
    for (float coefficient : coefficients.toRows()[0]) {
      filters += coefficient == 0 ? 0 : 1;
    }
    float[] image = below(coefficients, followed.get(0)).toRows()[0];
    return new Combination(unit, image, filters, share(layer, followed.get(layer - 1), unit));
  }

  private static Matrix below(Matrix coefficients, Matrix weights) {
    Matrix below = Matrix.zeros(1, weights.rows());
    Matrix.multiplyTransposed(coefficients, weights, below);
    return below;
  }

  private double share(int layer, Matrix followed, int unit) {
    float[] all = column(network.weights(layer), unit);
    float[] kept = column(followed, unit);
    double total = Connections.sumOfSquares(all, all.length);
    return total == 0 ? 1 : Connections.sumOfSquares(kept, kept.length) / total;
  }

  private static float[] column(Matrix weights, int unit) {
    float[] column = new float[weights.rows()];
    weights.readColumns(unit, 1, column);
    return column;
  }

  private Matrix keepStrongest(Matrix weights) {
    Matrix kept = Matrix.zeros(weights.rows(), weights.columns());
    for (int unit = 0; unit < weights.columns(); unit++) {
      float[] column = column(weights, unit);
      int[] order = byDescendingStrength(column);
      float[] descending = new float[column.length];
      for (int i = 0; i < order.length; i++) {
        descending[i] = column[order[i]];
      }
      for (int i = connections.count(descending); i < order.length; i++) {
        column[order[i]] = 0;
      }
      kept.writeColumns(unit, 1, column);
    }
    return kept;
  }

  /** Of equal weights the one with the lower index counts as the stronger. */
  private static int[] byDescendingStrength(float[] weights) {
    Comparator<Integer> byStrength = Comparator.comparingDouble(i -> -Math.abs(weights[i]));
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(byStrength)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
