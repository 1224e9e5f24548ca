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

  /** ‖step‖² / (step·change) of the last step; 0 if the gradient did not turn back along it. */
  private double lastStep;

  /** (step·change) / ‖change‖² of the newest pair. */
  private double curvatureScale;

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
   * The step of Barzilai and Borwein (1988) by the last step; 0 if the value bends upwards there.
   */
  double lastStep() {
    return lastStep;
  }

  /**
   * Takes in a step.
   *
   * @param from the image before
   * @param to the image after
   * @param before the feasible gradient before
   * @param after the feasible gradient after
   */
  void remember(float[] from, float[] to, float[] before, float[] after) {
    float[] step = steps[next];
    float[] change = changes[next];
    Vectors.subtract(to, from, step);
    Vectors.subtract(before, after, change);
    double product = Vectors.dot(step, change);
    double moved = Vectors.dot(step, step);
    lastStep = product > 0 ? moved / product : 0;
    double changed = Vectors.dot(change, change);
    if (steps.length > 1 && product > LEAST_COSINE * Math.sqrt(moved * changed)) {
      products[next] = product;
      curvatureScale = product / changed;
      next = (next + 1) % steps.length;
      count = Math.min(count + 1, steps.length - 1);
    }
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
