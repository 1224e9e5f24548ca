package io.github.unitscope.visualize.maximize;

/**
 * What the last steps of an ascent tell of the curvature: the inverse of minus the second
 * derivatives, in the limited-memory form of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and
 * Wright 2006, algorithm 7.4).
 */
final class LimitedMemory {
  /**
   * A step along which the gradient turned by less of an angle, or to the wrong side, says nothing
   * of a maximum: its pair would be noise, or a saddle.
   */
  private static final double LEAST_COSINE = 1e-6;

  private final float[][] steps;
  private final float[][] changes;
  private final double[] products;
  private final double[] factors;

  /** The place of the next pair, and how many there are. */
  private int next;

  private int count;

  /** (step·change) / ‖change‖² of the newest pair. */
  private double curvatureScale;

  /**
   * What a step showed.
   *
   * @param gain step · the gradient before: what the value would have risen by without curvature
   * @param moved ‖step‖
   * @param product step · change, positive where the value bends downwards
   * @param isPair whether it tells of a maximum
   */
  record Seen(double gain, double moved, double product, boolean isPair) {}

  /**
   * @param pairs to remember at most; 0 for none
   * @param size of a vector
   */
  LimitedMemory(int pairs, int size) {
    // One more, to be filled while all others count.
    this.steps = new float[pairs + 1][size];
    this.changes = new float[pairs + 1][size];
    this.products = new double[pairs + 1];
    this.factors = new double[pairs + 1];
  }

  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Takes in a step.
   *
   * @param from the image before
   * @param to the image after
   * @param before the feasible gradient before
   * @param after the feasible gradient after
   */
  Seen remember(float[] from, float[] to, float[] before, float[] after) {
    float[] step = steps[next];
    float[] change = changes[next];
    Vectors.subtract(to, from, step);
    Vectors.subtract(before, after, change);
    double product = Vectors.dot(step, change);
    double moved = Vectors.norm(step);
    double changed = Vectors.norm(change);
    boolean isPair = product > LEAST_COSINE * moved * changed;
    if (isPair && steps.length > 1) {
      products[next] = product;
      curvatureScale = product / (changed * changed);
      next = (next + 1) % steps.length;
      count = Math.min(count + 1, steps.length - 1);
    }
    return new Seen(Vectors.dot(step, before), moved, product, isPair);
  }

  /** Multiplies a gradient by the matrix that is remembered; by 1 if there are no pairs. */
  void apply(float[] gradient) {
    if (isEmpty()) {
      return;
    }
    for (int age = 1; age <= count; age++) {
      int i = place(age);
      factors[i] = Vectors.dot(steps[i], gradient) / products[i];
      Vectors.addScaled(-factors[i], changes[i], gradient);
    }
    Vectors.scale(curvatureScale, gradient);
    for (int age = count; age >= 1; age--) {
      int i = place(age);
      double factor = Vectors.dot(changes[i], gradient) / products[i];
      Vectors.addScaled(factors[i] - factor, steps[i], gradient);
    }
  }

  private int place(int age) {
    return Math.floorMod(next - age, steps.length);
  }
}
