package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Matrix;

/** How far images are from where they would not move any more. */
final class Stationarity {
  private final Constraint constraint;
  private final Matrix image;
  private final Matrix gradient;
  private final Matrix direction;

  Stationarity(Network network, Constraint constraint) {
    var range = network.imageRange();
    // An image that is made within a range is at rest where the gradient points out of it.
    this.constraint =
        constraint == Unbounded.ANY_IMAGE && range.isBounded()
            ? new Box(range.low(), range.high())
            : constraint;
    int inputs = network.inputShape().size();
    this.image = Matrix.zeros(1, inputs);
    this.gradient = Matrix.zeros(1, inputs);
    this.direction = Matrix.zeros(1, inputs);
  }

  /** The norm of the gradient's feasible part over that of the gradient; NaN without a gradient. */
  double residual(float[] atImage, float[] ofGradient) {
    image.writeRow(0, atImage);
    gradient.writeRow(0, ofGradient);
    constraint.feasibleDirections(image, gradient, direction);
    double whole = RowSums.dot(gradient, gradient)[0];
    double feasible = RowSums.dot(direction, direction)[0];
    return whole > 0 ? Math.sqrt(feasible / whole) : Double.NaN;
  }
}
