package io.github.unitscope.experiments.tune;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;

/** What models are judged by (Erhan et al. 2009), always on the validation images. */
public enum Criterion {
  /** Classification error after fine-tuning, in [0, 1]; of equal ones the lower loss is better. */
  VALIDATION_ERROR,
  /** Squared error of going up and down through the whole stack, per image. */
  RECONSTRUCTION_ERROR;

  /** The one that the images allow: the first where they have labels. */
  public static Criterion of(Dataset data) {
    ImageSet images = data.validation();
    boolean labelled = images.size() > 0 && images.label(0) != ImageSet.NO_LABEL;
    return labelled ? VALIDATION_ERROR : RECONSTRUCTION_ERROR;
  }

  /** For people. */
  public String describe() {
    return this == VALIDATION_ERROR ? "validation error" : "reconstruction error";
  }
}
