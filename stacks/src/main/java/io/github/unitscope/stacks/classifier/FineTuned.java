package io.github.unitscope.stacks.classifier;

import java.util.List;

/**
 * What came out of fine-tuning.
 *
 * @param classifier as it was after the best epoch
 * @param best the epoch with the fewest validation errors; of equal ones that with the lowest loss
 * @param epochs all of them
 */
public record FineTuned(Classifier classifier, FineTuneEpoch best, List<FineTuneEpoch> epochs) {
  /** Copies the list. */
  public FineTuned {
    epochs = List.copyOf(epochs);
  }
}
