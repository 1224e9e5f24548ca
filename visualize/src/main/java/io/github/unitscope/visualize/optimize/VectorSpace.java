package io.github.unitscope.visualize.optimize;

/**
 * Arithmetic with vectors of one length. The bits of a method depend on the precision and on the
 * order of its sums, so each has its own.
 *
 * @param <V> a vector, an array of numbers
 */
public interface VectorSpace<V> {

  /** Images, float32: {@link Vectors}. */
  static VectorSpace<float[]> ofFloats(int size) {
    return new FloatVectors(size);
  }

  /** Parameters in float64, added up one after the other. */
  static VectorSpace<double[]> ofDoubles(int size) {
    return new DoubleVectors(size);
  }

  /** A new vector of zeros. */
  V zeros();

  /** a·b. */
  double dot(V a, V b);

  /** to += factor · a. */
  void addScaled(double factor, V a, V to);

  /** Multiplies every value. */
  void scale(double factor, V a);

  /** out = a − b. */
  void subtract(V a, V b, V out);

  /** The Euclidean norm. */
  default double norm(V a) {
    return Math.sqrt(dot(a, a));
  }
}
