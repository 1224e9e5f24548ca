package io.github.unitscope.visualize.optimize;

/** Vectors of float64 values. */
record DoubleVectors(int size) implements VectorSpace<double[]> {

  @Override
  public double[] zeros() {
    return new double[size];
  }

  @Override
  public double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public void addScaled(double factor, double[] a, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * a[i];
    }
  }

  @Override
  public void scale(double factor, double[] a) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }

  @Override
  public void subtract(double[] a, double[] b, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b[i];
    }
  }
}
