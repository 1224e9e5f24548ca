package io.github.unitscope.visualize.optimize;

/** Vectors of float32 values. */
record FloatVectors(int size) implements VectorSpace<float[]> {

  @Override
  public float[] zeros() {
    return new float[size];
  }

  @Override
  public double dot(float[] a, float[] b) {
    return Vectors.dot(a, b);
  }

  @Override
  public void addScaled(double factor, float[] a, float[] to) {
    Vectors.addScaled(factor, a, to);
  }

  @Override
  public void scale(double factor, float[] a) {
    Vectors.scale(factor, a);
  }

  @Override
  public void subtract(float[] a, float[] b, float[] out) {
    Vectors.subtract(a, b, out);
  }
}
