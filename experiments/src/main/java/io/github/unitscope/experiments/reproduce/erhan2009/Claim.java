package io.github.unitscope.experiments.reproduce.erhan2009;

/** The claims of Erhan et al. (2009, section 4) that are put to numbers. */
public enum Claim {
  /** (a). */
  UNIMODAL("Different starts reach the same image, even in layer 3"),
  /** (b). */
  METHODS_AGREE("The methods agree on most units"),
  /** (c). */
  EXAMPLES_AND_FEATURES(
      "Means of samples look like training examples, maximization shows features or parts"),
  /** (d). */
  STROKES_TO_PATTERNS(
      "Layer 1 shows strokes or oriented edges, higher layers more complex patterns");

  private final String statement;

  Claim(String statement) {
    this.statement = statement;
  }

  /** What is claimed, in a few words. */
  public String statement() {
    return statement;
  }

  /** Its letter. */
  public char letter() {
    return (char) ('a' + ordinal());
  }
}
