package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;

/**
 * Makes the images of one unit differ from each other: every image pays for the cosine similarity
 * of its Gram matrix, over the channels of a layer, to those of the others (Olah et al. 2017). The
 * only thing by which rows influence each other.
 *
 * @param layer whose channels; one with places
 * @param weight of the penalty, which is the sum over all ordered pairs over the number of images;
 *     positive
 */
public record Diversity(Layer layer, double weight) {

  /**
   * @throws InvalidInputException if the weight is not positive
   */
  public Diversity {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new InvalidInputException("the weight of diversity must be positive, not " + weight);
    }
  }

  /** What has to be read from the network. */
  Readout readout() {
    return new Readout(layer.index(), Quantity.ACTIVATION);
  }

  /**
   * Subtracts the gradient of the penalty from the gradients of the readout.
   *
   * @param rows of the pass that belong together
   * @return the penalty, before the weight
   */
  double subtractGradient(Pass pass, int[] rows) {
    int channels = layer.shape().channels();
    float[][] units = new float[rows.length][layer.units()];
    double[][] grams = new double[rows.length][];
    double[] norms = new double[rows.length];
    double[] total = new double[channels * channels];
    for (int i = 0; i < rows.length; i++) {
      pass.output(readout()).readRow(rows[i], units[i]);
      grams[i] = Gram.of(units[i], channels);
      norms[i] = Gram.normalize(grams[i]);
      for (int k = 0; k < total.length; k++) {
        total[k] += grams[i][k];
      }
    }
    double penalty = 0;
    for (int i = 0; i < rows.length; i++) {
      double[] others = new double[total.length];
      for (int k = 0; k < total.length; k++) {
        others[k] = total[k] - grams[i][k];
        penalty += others[k] * grams[i][k] / rows.length;
      }
      subtract(pass, rows[i], units[i], grams[i], norms[i], others, 2 * weight / rows.length);
    }
    return penalty;
  }

  /** Through the normalization of the Gram matrix to the units: dA = 2 A · (d − Ĝ⟨Ĝ, d⟩) / ‖G‖. */
  private void subtract(
      Pass pass,
      int row,
      float[] units,
      double[] gram,
      double norm,
      double[] others,
      double factor) {
    double along = 0;
    for (int k = 0; k < gram.length; k++) {
      along += gram[k] * others[k];
    }
    double[] slope = new double[gram.length];
    for (int k = 0; k < gram.length; k++) {
      slope[k] = norm > 0 ? factor * (others[k] - gram[k] * along) / norm : 0;
    }
    float[] gradient = new float[units.length];
    pass.gradient(readout()).readRow(row, gradient);
    Gram.subtractProduct(slope, units, layer.shape().channels(), gradient);
    pass.gradient(readout()).writeRow(row, gradient);
  }
}
