package io.github.unitscope.visualize.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the last steps tell of the curvature: the inverse of the second derivatives of what is
 * minimized, in the limited-memory form of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and
 * Wright 2006, algorithm 7.4). Of what is maximized: of minus its second derivatives.
 *
 * @param <V> a vector
 */
public final class LimitedMemory<V> {
  private final VectorSpace<V> space;
  private final double leastCosine;

  /** For pairs, of which one is not known yet; filled one after the other. */
  private final int places;

  private final List<V> steps = new ArrayList<>();
  private final List<V> changes = new ArrayList<>();
  private final double[] products;
  private final double[] factors;

  /** The place of the next pair, and how many there are. */
  private int next;

  private int count;

  /** (step·change) / ‖change‖² of the newest pair. */
  private double curvatureScale;

  /**
   * What a step showed of an ascent.
   *
   * @param gain step · the gradient before: what the value would have risen by without curvature
   * @param moved ‖step‖
   * @param product step · change, positive where the value bends downwards
   * @param isPair whether it tells of a maximum
   */
  public record Seen(double gain, double moved, double product, boolean isPair) {}

  /**
   * @param space of the vectors
   * @param pairs to remember at most; 0 for none
   * @param leastCosine a step along which the gradient turned by less of an angle, or to the wrong
   *     side, says nothing of an optimum: its pair would be noise, or a saddle
   */
  public LimitedMemory(VectorSpace<V> space, int pairs, double leastCosine) {
    this.space = space;
    this.leastCosine = leastCosine;
    // One more, to be filled while all others count.
    this.places = pairs + 1;
    this.products = new double[pairs + 1];
    this.factors = new double[pairs + 1];
  }

  /** Whether there are no pairs. */
  public boolean isEmpty() {
    return count == 0;
  }

  /**
   * Takes in a step of an ascent; of a descent with the gradients exchanged.
   *
   * @param from the place before
   * @param to the place after
   * @param before the gradient before
   * @param after the gradient after
   */
  public Seen remember(V from, V to, V before, V after) {
    if (next == steps.size()) {
      steps.add(space.zeros());
      changes.add(space.zeros());
    }
    V step = steps.get(next);
    V change = changes.get(next);
    space.subtract(to, from, step);
    space.subtract(before, after, change);
    double product = space.dot(step, change);
    double moved = space.norm(step);
    double changed = space.norm(change);
    boolean isPair = product > leastCosine * moved * changed;
    if (isPair && places > 1) {
      products[next] = product;
      curvatureScale = product / (changed * changed);
      next = (next + 1) % places;
      count = Math.min(count + 1, places - 1);
    }
    return new Seen(space.dot(step, before), moved, product, isPair);
  }

  /** Multiplies a gradient by the matrix that is remembered; by 1 if there are no pairs. */
  public void apply(V gradient) {
    if (!isEmpty()) {
      apply(gradient, middle -> space.scale(curvatureScale, middle));
    }
  }

  /**
   * Multiplies a gradient by the matrix that is remembered.
   *
   * @param initial multiplies by what is known of the matrix without any pair
   */
  public void apply(V gradient, Consumer<V> initial) {
    for (int age = 1; age <= count; age++) {
      int i = place(age);
      factors[i] = space.dot(steps.get(i), gradient) / products[i];
      space.addScaled(-factors[i], changes.get(i), gradient);
    }
    initial.accept(gradient);
    for (int age = count; age >= 1; age--) {
      int i = place(age);
      double factor = space.dot(changes.get(i), gradient) / products[i];
      space.addScaled(factors[i] - factor, steps.get(i), gradient);
    }
  }

  private int place(int age) {
    return Math.floorMod(next - age, places);
  }
}
