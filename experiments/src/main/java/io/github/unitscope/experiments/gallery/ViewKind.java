package io.github.unitscope.experiments.gallery;

/** A kind of pictures of a unit, in the order in which the page shows them. */
enum ViewKind {
  MAXIMIZED("maximized", "activation maximization"),
  SAMPLE_MEAN("sampleMean", "mean of samples"),
  COMBINATION("combination", "linear combination"),
  FILTER("filter", "filter"),
  RESTARTS("restarts", "restarts"),
  SAMPLES("samples", "samples"),
  TOP("top", "highest on the data"),
  BOTTOM("bottom", "lowest on the data"),
  RANGE("range", "across the range");

  private final String key;
  private final String label;

  ViewKind(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** As the page's data call it. */
  String key() {
    return key;
  }

  /** What the page says about it. */
  Text text(String description) {
    return new Text(key, label, description);
  }

  /** For people. */
  record Text(String key, String label, String description) {}
}
