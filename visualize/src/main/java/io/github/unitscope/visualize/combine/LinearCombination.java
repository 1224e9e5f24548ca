package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The picture of a unit as the sum of the pictures of the units below it, weighted by the
 * connections; the picture of a unit of layer 1 is its filter. With all connections that is a
 * column of W₁ W₂ … W_j. It leaves out the non-linearities: to first order, and where the lower
 * units are not saturated, it is the direction of the gradient.
 */
public final class LinearCombination {
  /** For {@link #strongest}: all connections. */
  public static final int ALL = 0;

  private final FullyConnected network;
  private final int strongest;

  /**
   * @param network to look at
   * @param strongest how many connections of every unit to follow, those of largest absolute
   *     weight; {@link #ALL} for all. Filters of layer 1 always stay whole
   * @throws InvalidInputException if the network is not fully connected or the number is negative
   */
  public LinearCombination(Network network, int strongest) {
    if (!(network instanceof FullyConnected fullyConnected)) {
      throw new InvalidInputException(
          "a linear combination of filters needs fully connected layers; this model has others");
    }
    if (strongest < 0) {
      throw new InvalidInputException(
          "the number of connections must be at least 1, or %d for all, not %d"
              .formatted(ALL, strongest));
    }
    this.network = fullyConnected;
    this.strongest = strongest;
  }

  /**
   * The pictures of some units of a layer.
   *
   * @param layer from 1
   * @param units from 0
   * @return [units][inputs]
   * @throws InvalidInputException if there is no such layer or unit
   */
  public float[][] images(int layer, List<Integer> units) {
    units.forEach(unit -> network.layer(layer).requireUnit(unit));
    List<Matrix> followed = new ArrayList<>();
    for (int j = 1; j <= layer; j++) {
      Matrix weights = network.weights(j);
      followed.add(j == 1 || strongest == ALL ? weights : keepStrongest(weights));
    }
    return units.stream().map(unit -> image(followed, unit)).toArray(float[][]::new);
  }

  /** One unit at a time, so that it gets the same bits as among others. */
  private static float[] image(List<Matrix> followed, int unit) {
    Matrix coefficients = Matrix.zeros(1, followed.get(followed.size() - 1).columns());
    coefficients.set(0, unit, 1);
    for (int j = followed.size(); j >= 1; j--) {
      Matrix below = Matrix.zeros(1, followed.get(j - 1).rows());
      Matrix.multiplyTransposed(coefficients, followed.get(j - 1), below);
      coefficients = below;
    }
    return coefficients.toRows()[0];
  }

  private Matrix keepStrongest(Matrix weights) {
    Matrix kept = Matrix.zeros(weights.rows(), weights.columns());
    float[] column = new float[weights.rows()];
    for (int unit = 0; unit < weights.columns(); unit++) {
      weights.readColumns(unit, 1, column);
      int[] weakest = byAscendingStrength(column);
      for (int i = 0; i < column.length - strongest; i++) {
        column[weakest[i]] = 0;
      }
      kept.writeColumns(unit, 1, column);
    }
    return kept;
  }

  /** Of equal weights the one with the lower index counts as the stronger. */
  private static int[] byAscendingStrength(float[] weights) {
    Comparator<Integer> byStrength = Comparator.comparingDouble(i -> Math.abs(weights[i]));
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(byStrength.thenComparing(Comparator.reverseOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** How many connections of each unit are followed; {@link #ALL} for all. */
  public int strongest() {
    return strongest;
  }
}
