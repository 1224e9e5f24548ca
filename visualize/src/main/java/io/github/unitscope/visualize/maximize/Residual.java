package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.optimize.Vectors;

/**
 * How far an image is from where it would not move any more: the norm of the gradient's feasible
 * part over that of the whole gradient; on a sphere, of its tangential part.
 */
final class Residual {
  private final Constraint constraint;

  Residual(Network network, Constraint constraint) {
    var range = network.imageRange();
    // An image that is made within a range is at rest where the gradient points out of it.
    this.constraint =
        constraint == Unbounded.ANY_IMAGE && range.isBounded()
            ? new Box(range.low(), range.high())
            : constraint;
  }

  /** In [0, 1]; NaN without a gradient. */
  double of(float[] image, float[] gradient) {
    float[] feasible = gradient.clone();
    constraint.makeFeasible(image, feasible);
    return of(Vectors.norm(feasible), Vectors.norm(gradient));
  }

  /** Of the norms of the gradient's feasible part and of the whole. */
  static double of(double feasible, double whole) {
    return whole > 0 ? feasible / whole : Double.NaN;
  }
}
