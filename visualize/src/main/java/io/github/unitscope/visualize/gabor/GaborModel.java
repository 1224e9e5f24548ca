package io.github.unitscope.visualize.gabor;

import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Gabor functions of free parameters, with their derivatives: the coefficients a of the even (cos)
 * and b of the odd (sin) part, then x, y, orientation, frequency and both widths mapped into their
 * ranges.
 */
final class GaborModel implements MultivariateJacobianFunction {
  static final int PARAMETERS = 8;

  /** How far outside of the image a centre may be, in pixels. */
  private static final double MARGIN = 1;

  private static final double SMALLEST_WIDTH = 0.4;
  private static final double LOWEST_FREQUENCY = 0.01;

  private final int height;
  private final int width;
  private final Bounds xs;
  private final Bounds ys;
  private final Bounds frequencies = new Bounds(LOWEST_FREQUENCY, 0.5);
  private final Bounds widths;

  GaborModel(int height, int width) {
    this.height = height;
    this.width = width;
    this.xs = new Bounds(-MARGIN, width - 1 + MARGIN);
    this.ys = new Bounds(-MARGIN, height - 1 + MARGIN);
    this.widths = new Bounds(SMALLEST_WIDTH, Math.max(height, width));
  }

  /** The free parameters of a function. */
  double[] free(Gabor gabor) {
    return new double[] {
      gabor.amplitude() * Math.cos(gabor.phase()),
      -gabor.amplitude() * Math.sin(gabor.phase()),
      xs.toFree(gabor.x()),
      ys.toFree(gabor.y()),
      gabor.orientation(),
      frequencies.toFree(gabor.frequency()),
      widths.toFree(gabor.widthAlong()),
      widths.toFree(gabor.widthAcross())
    };
  }

  /** The function of free parameters. */
  Gabor gabor(double[] free) {
    double turns = Math.floor(free[4] / Math.PI);
    boolean odd = turns % 2 != 0;
    // Half a turn mirrors u: the even part stays, the odd part changes its sign.
    double phase = Math.atan2(odd ? free[1] : -free[1], free[0]);
    return new Gabor(
        xs.toRange(free[2]),
        ys.toRange(free[3]),
        free[4] - turns * Math.PI,
        frequencies.toRange(free[5]),
        widths.toRange(free[6]),
        widths.toRange(free[7]),
        phase,
        Math.hypot(free[0], free[1]));
  }

  @Override
  public Pair<RealVector, RealMatrix> value(RealVector point) {
    Point at = new Point(point.toArray());
    double[] values = new double[height * width];
    double[][] jacobian = new double[values.length][];
    for (int pixel = 0; pixel < values.length; pixel++) {
      jacobian[pixel] = new double[PARAMETERS];
      values[pixel] = at.evaluate(pixel % width, pixel / width, jacobian[pixel]);
    }
    return new Pair<>(
        new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
  }

  /** What all pixels share of a point in the space of free parameters. */
  private final class Point {
    private final double[] p;
    private final double x;
    private final double y;
    private final double cos;
    private final double sin;
    private final double along;
    private final double across;
    private final double angle;
    private final double[] slopes;

    Point(double[] p) {
      this.p = p;
      this.x = xs.toRange(p[2]);
      this.y = ys.toRange(p[3]);
      this.cos = Math.cos(p[4]);
      this.sin = Math.sin(p[4]);
      this.angle = 2 * Math.PI * frequencies.toRange(p[5]);
      this.along = widths.toRange(p[6]);
      this.across = widths.toRange(p[7]);
      this.slopes =
          new double[] {
            1,
            1,
            xs.slope(p[2]),
            ys.slope(p[3]),
            1,
            frequencies.slope(p[5]),
            widths.slope(p[6]),
            widths.slope(p[7])
          };
    }

    double evaluate(int px, int py, double[] row) {
      double dx = px - x;
      double dy = py - y;
      double u = dx * cos + dy * sin;
      double v = -dx * sin + dy * cos;
      double envelope = Math.exp(-0.5 * (u * u / (along * along) + v * v / (across * across)));
      double even = envelope * Math.cos(angle * u);
      double odd = envelope * Math.sin(angle * u);
      double value = p[0] * even + p[1] * odd;
      double turned = -p[0] * odd + p[1] * even;
      double byU = -value * u / (along * along) + angle * turned;
      double byV = -value * v / (across * across);
      row[0] = even;
      row[1] = odd;
      row[2] = -byU * cos + byV * sin;
      row[3] = -byU * sin - byV * cos;
      row[4] = byU * v - byV * u;
      row[5] = turned * u * 2 * Math.PI;
      row[6] = value * u * u / (along * along * along);
      row[7] = value * v * v / (across * across * across);
      for (int i = 2; i < PARAMETERS; i++) {
        row[i] *= slopes[i];
      }
      return value;
    }
  }
}
