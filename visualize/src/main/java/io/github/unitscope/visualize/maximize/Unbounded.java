package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.numerics.Matrix;

/** No constraint: any image. */
public enum Unbounded implements Constraint {
  /** The only one. */
  ANY_IMAGE;

  @Override
  public void project(Matrix images) {
    // Every image is allowed.
  }

  @Override
  public void feasibleDirections(Matrix images, Matrix gradients, Matrix directions) {
    directions.copyFrom(gradients);
  }

  @Override
  public double scale(int inputs) {
    return Math.sqrt(inputs);
  }
}
