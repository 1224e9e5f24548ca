package io.github.unitscope.visualize.maximize;

/** No constraint: any image. */
public enum Unbounded implements Constraint {
  /** The only one. */
  ANY_IMAGE;

  @Override
  public void project(float[] image) {
    // Every image is allowed.
  }

  @Override
  public void makeFeasible(float[] image, float[] direction) {
    // Every direction is.
  }

  @Override
  public double scale(int inputs) {
    return Math.sqrt(inputs);
  }
}
