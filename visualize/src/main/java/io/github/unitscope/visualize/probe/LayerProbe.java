package io.github.unitscope.visualize.probe;

import java.util.List;

/**
 * What a linear classifier reads off a layer.
 *
 * @param layer from 1, or 0 for the pixels
 * @param name of the layer, or {@code pixels}
 * @param grid what the classifier saw of it
 * @param constant features that did not vary over the training images and were left out
 * @param penalty λ that was chosen: the one with the most validation images right, of equal ones
 *     the greatest
 * @param validations for every penalty, in the order of the settings
 * @param train with the chosen penalty
 * @param test with the chosen penalty
 * @param predictions of the test images
 * @param steps that training took with the chosen penalty, from the optimum of the penalty before
 * @param residual the greatest component of the gradient at the end
 * @param converged whether that is within the tolerance, for every penalty
 */
public record LayerProbe(
    int layer,
    String name,
    FeatureGrid grid,
    int constant,
    double penalty,
    List<Accuracy> validations,
    Accuracy train,
    Accuracy test,
    int[] predictions,
    int steps,
    double residual,
    boolean converged) {

  /** Copies the list. */
  public LayerProbe {
    validations = List.copyOf(validations);
  }

  /** The best of the validations. */
  public Accuracy validation() {
    return validations.stream()
        .reduce((best, next) -> next.right() > best.right() ? next : best)
        .orElseThrow();
  }
}
