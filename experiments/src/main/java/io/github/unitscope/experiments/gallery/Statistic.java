package io.github.unitscope.experiments.gallery;

import java.util.Locale;

/** A number of a unit, by which the page sorts and filters. */
enum Statistic {
  BEST_VALUE("bestValue", "best value", 3, "of the objective, at the best image"),
  OVER_DATA(
      "overData",
      "best over data",
      2,
      "best value minus the highest value on the data, in standard deviations of the data values"),
  SPARSITY(
      "sparsity",
      "share on",
      3,
      "share of the images (for a channel: of the images and places) with an activation above %s"),
  OPTIMA("optima", "optima", 0, "distinct optima among the starts that settled"),
  RESTART_COSINE(
      "restartCosine",
      "restart cosine",
      3,
      "median cosine between the best image and those of the other settled starts"),
  SETTLED("settled", "settled", 2, "share of the starts that reached an optimum"),
  LEAST_COSINE(
      "leastCosine",
      "lowest cosine",
      3,
      "lowest cosine between the best image and those of the other settled starts"),
  LARGEST_SHARE(
      "largestShare",
      "largest optimum",
      2,
      "share of the settled starts in the optimum that most of them found"),
  MEDIAN_GAP("medianGap", "median gap", 3, "(best − median) / |best| of the values of the starts"),
  BEST_ACTIVATION("bestActivation", "activation at best", 3, "of the unit, at the best image"),
  DATA_VALUE_MAX("dataValueMax", "value on data", 3, "highest value of the objective on the data"),
  DATA_MEAN("dataMean", "mean activation", 3, "mean activation on the data"),
  DATA_DEVIATION(
      "dataStd", "standard deviation", 3, "standard deviation of the activations on the data"),
  DATA_MAX("dataMax", "highest activation", 3, "highest activation on the data"),
  DATA_MIN("dataMin", "lowest activation", 3, "lowest activation on the data"),
  SKEWNESS(
      "dataSkew",
      "skewness",
      2,
      "of the activations on the data; positive: strongly on for few images"),
  SAMPLE_COSINE(
      "cosineMeanSample",
      "cosine to samples",
      3,
      "cosine between the best image and the mean of the samples"),
  COMBINATION_COSINE(
      "cosineCombination",
      "cosine to combination",
      3,
      "cosine between the best image and the linear combination; in layer 1, the filter"),
  RHAT("rhat", "R̂", 2, "split-R̂ of the unit's chains; close to 1 when they have mixed"),
  EFFECTIVE_SAMPLES(
      "effectiveSamples",
      "effective samples",
      0,
      "number of independent samples that give the mean as accurately"),
  FILTER_NORM("filterNorm", "filter norm", 3, "L2 norm of the weights from the pixels");

  private final String key;
  private final String label;
  private final int digits;
  private final String description;

  Statistic(String key, String label, int digits, String description) {
    this.key = key;
    this.label = label;
    this.digits = digits;
    this.description = description;
  }

  /** As the page's data and {@code results.npz} call it. */
  String key() {
    return key;
  }

  /**
   * What the page says about it.
   *
   * @param on the activation above which a unit counts as on
   */
  Text text(String on) {
    return new Text(key, label, "", String.format(Locale.ROOT, description, on), digits);
  }

  /**
   * For people.
   *
   * @param digits behind the point
   */
  record Text(String key, String label, String unit, String description, int digits) {}
}
