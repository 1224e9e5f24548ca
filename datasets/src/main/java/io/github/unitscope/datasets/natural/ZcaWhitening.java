package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Zero-phase whitening (Bell and Sejnowski 1997): y = C^(−1/2) (x − mean), with ε of the mean
 * eigenvalue added to every eigenvalue of the covariance C, so that directions without variance are
 * not blown up.
 */
final class ZcaWhitening {
  private final double[] mean;
  private final double[][] matrix;

  private ZcaWhitening(double[] mean, double[][] matrix) {
    this.mean = mean;
    this.matrix = matrix;
  }

  /**
   * Learns from patches.
   *
   * @param patches [patches][values], more of them than values
   * @param epsilon part of the mean eigenvalue
   */
  static ZcaWhitening of(float[][] patches, double epsilon) {
    int values = patches[0].length;
    if (patches.length <= values) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "ZCA whitening of %d values needs more than as many patches, not %d",
              values,
              patches.length));
    }
    double[][] rows = new double[patches.length][values];
    double[] mean = new double[values];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < values; j++) {
        rows[i][j] = patches[i][j];
        mean[j] += rows[i][j] / rows.length;
      }
    }
    RealMatrix covariance =
        new Covariance(new Array2DRowRealMatrix(rows, false)).getCovarianceMatrix();
    EigenDecomposition eigen = new EigenDecomposition(covariance);
    double[] scales = eigen.getRealEigenvalues();
    double ridge = epsilon * Math.max(covariance.getTrace() / values, Double.MIN_NORMAL);
    for (int i = 0; i < scales.length; i++) {
      scales[i] = 1 / Math.sqrt(Math.max(0, scales[i]) + ridge);
    }
    RealMatrix vectors = eigen.getV();
    RealMatrix whitening =
        vectors
            .multiply(MatrixUtils.createRealDiagonalMatrix(scales))
            .multiply(vectors.transpose());
    return new ZcaWhitening(mean, whitening.getData());
  }

  /** Whitens a patch in place. */
  void apply(float[] patch) {
    double[] centred = new double[patch.length];
    for (int i = 0; i < centred.length; i++) {
      centred[i] = patch[i] - mean[i];
    }
    for (int i = 0; i < centred.length; i++) {
      double sum = 0;
      double[] row = matrix[i];
      for (int j = 0; j < centred.length; j++) {
        sum += row[j] * centred[j];
      }
      patch[i] = (float) sum;
    }
  }
}
