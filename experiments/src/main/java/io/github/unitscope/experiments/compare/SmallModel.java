package io.github.unitscope.experiments.compare;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.machine.VisibleUnits;
import java.util.Locale;

/**
 * The model that {@code compare} trains where none is given: small enough to be waited for.
 *
 * @param settings of its training
 * @param dataset that it is trained on
 */
record SmallModel(DbnSettings settings, Dataset dataset) {
  /** Everything but the training, on two cores. */
  private static final double OTHER_SECONDS = 8;

  /** Weights times images and epochs that two cores do in a second. */
  private static final double RATE = 1.2e10;

  /**
   * What the layers above real-valued pixels are trained with: few patches have hidden means that
   * hardly differ, and at the usual rate the training leaves all bounds.
   */
  private static final RbmSettings CAUTIOUS =
      RbmSettings.builder().learningRate(0.02).finalLearningRate(0.004).build();

  /** As {@code train dbn} would train one of this size, but for the rate above real numbers. */
  static SmallModel on(Dataset dataset) {
    DbnSettings binary = DbnSettings.of(200, 200);
    return new SmallModel(
        dataset.range() == ValueRange.CENTRED
            ? binary
                .withFirst(RbmSettings.GAUSSIAN_DEFAULTS)
                .withUpper(CAUTIOUS)
                .withVisibleUnits(VisibleUnits.GAUSSIAN)
            : binary,
        dataset);
  }

  /** One line for people who wait. */
  String announcement() {
    return String.format(
        Locale.ROOT,
        "no --model given: training a small one first, %d and %d units on %s; about %s in all on two cores",
        settings.layers().get(0),
        settings.layers().get(1),
        dataset.name(),
        duration());
  }

  private String duration() {
    double trained = 0;
    double below = dataset.shape().size();
    for (int layer = 1; layer <= settings.layers().size(); layer++) {
      int units = settings.layers().get(layer - 1);
      trained += (double) dataset.train().size() * settings.layer(layer).epochs() * below * units;
      below = units;
    }
    long seconds = 10 * Math.round((OTHER_SECONDS + trained / RATE) / 10);
    return seconds <= 90
        ? String.format(Locale.ROOT, "%d seconds", seconds)
        : String.format(Locale.ROOT, "%d minutes", (seconds + 59) / 60);
  }
}
