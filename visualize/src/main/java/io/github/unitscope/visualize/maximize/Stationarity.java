package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.optimize.Vectors;

/** How far images are from where they would not move any more. */
final class Stationarity {
  private final Constraint constraint;

  Stationarity(Network network, Constraint constraint) {
    var range = network.imageRange();
    // An image that is made within a range is at rest where the gradient points out of it.
    this.constraint =
        constraint == Unbounded.ANY_IMAGE && range.isBounded()
            ? new Box(range.low(), range.high())
            : constraint;
  }

  /** The norm of the gradient's feasible part over that of the gradient; NaN without a gradient. */
  double residual(float[] atImage, float[] ofGradient) {
    float[] direction = ofGradient.clone();
    constraint.makeFeasible(atImage, direction);
    double whole = Vectors.norm(ofGradient);
    return whole > 0 ? Vectors.norm(direction) / whole : Double.NaN;
  }
}
