package io.github.unitscope.visualize.combine;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;

/**
 * Looks for an image at which the units of the lower layers are saturated as little as they can be:
 * for which the sum over the layers of the mean logarithm of 4 h (1 − h), the slope of a sigmoid as
 * a share of its steepest, is largest. It goes by conjugate gradients from the image of zeros. With
 * fewer units than pixels all of layer 1 gets to where its sigmoids are steepest; what layer 2 then
 * gets is not free any more.
 */
final class UnsaturatedPoint implements AutoCloseable {
  private static final int MOST_EVALUATIONS = 2000;
  private static final double RELATIVE_CHANGE = 1e-6;

  /** Of the step of a line search; finer ones are lost in the rounding of the network. */
  private static final double LINE_SEARCH_TOLERANCE = 1e-4;

  /** Where a line search first looks; a much smaller step changes nothing but rounding errors. */
  private static final double FIRST_STEP = 1;

  /** Of the logarithms of slopes. */
  private static final double ABSOLUTE_CHANGE = 1e-8;

  private final List<Readout> lower;
  private final Pass pass;
  private final int row;
  private float[] best;
  private double least = Double.POSITIVE_INFINITY;

  /**
   * Looks for the image.
   *
   * @param network to look at
   * @param layer below which units shall not be saturated, from 1; 1 asks for nothing
   * @return [inputs]
   */
  static float[] below(Network network, int layer) {
    try (UnsaturatedPoint point = new UnsaturatedPoint(network, layer)) {
      return point.find();
    }
  }

  @SuppressWarnings("MustBeClosedChecker") // close() closes it.
  @MustBeClosed
  private UnsaturatedPoint(Network network, int layer) {
    this.lower =
        network.layers().stream()
            .filter(below -> below.index() < layer)
            .map(Layer::index)
            .map(index -> new Readout(index, Quantity.PREACTIVATION))
            .toList();
    this.pass = network.newPass(lower.stream().collect(Collectors.toSet()));
    this.row = pass.usableRows()[0];
    this.best = new float[network.inputShape().size()];
  }

  private float[] find() {
    if (lower.isEmpty()) {
      return best;
    }
    try {
      new NonLinearConjugateGradientOptimizer(
              Formula.POLAK_RIBIERE,
              new SimpleValueChecker(RELATIVE_CHANGE, ABSOLUTE_CHANGE),
              LINE_SEARCH_TOLERANCE,
              LINE_SEARCH_TOLERANCE,
              FIRST_STEP)
          .optimize(
              new MaxEval(MOST_EVALUATIONS),
              new ObjectiveFunction(this::value),
              new ObjectiveFunctionGradient(this::gradient),
              GoalType.MINIMIZE,
              new InitialGuess(new double[best.length]));
    } catch (TooManyEvaluationsException e) {
      // How saturated the units are is reported, so the best image so far will do.
    }
    return best;
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private void forward(float[] image) {
    pass.input().writeRow(row, image);
    pass.forward();
  }

  private double value(double[] point) {
    float[] image = toFloats(point);
    forward(image);
    double sum = 0;
    for (Readout readout : lower) {
      float[] preactivations = row(pass.output(readout));
      for (float preactivation : preactivations) {
        sum += saturation(preactivation) / preactivations.length;
      }
    }
    if (sum < least) {
      least = sum;
      best = image;
    }
    return sum;
  }

  /** −log(4 h (1 − h)), which stays finite where h is 0 or 1 in floating point. */
  private static double saturation(double preactivation) {
    return Logistic.softplus(preactivation) + Logistic.softplus(-preactivation) - Math.log(4);
  }

  private double[] gradient(double[] point) {
    forward(toFloats(point));
    for (Readout readout : lower) {
      float[] gradient = row(pass.output(readout));
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (Math.tanh(gradient[i] / 2) / gradient.length);
      }
      pass.gradient(readout).writeRow(row, gradient);
    }
    float[] gradient = row(pass.backward());
    double[] values = new double[gradient.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = gradient[i];
    }
    return values;
  }

  private float[] row(Matrix matrix) {
    float[] values = new float[matrix.columns()];
    matrix.readRow(row, values);
    return values;
  }

  @Override
  public void close() {
    pass.close();
  }
}
