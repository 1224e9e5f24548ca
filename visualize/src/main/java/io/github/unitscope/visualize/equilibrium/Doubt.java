package io.github.unitscope.visualize.equilibrium;

/** Why a picture is not certified. */
public enum Doubt {
  /** R̂ is 1.01 or more. */
  RHAT("chains disagree"),
  /** The bulk or tail effective sample size is below 400. */
  FEW_SAMPLES("too few effective samples"),
  /** The ladder has not renewed its states twice. */
  NOT_RENEWED("the ladder has not renewed its states"),
  /** Some states never moved. */
  TRAPPED("some states are trapped"),
  /** Chains that began as noise and as training images of one kind disagree. */
  STARTS("where chains begin matters"),
  /** The bank and the ladder with the unit held on give different means. */
  MEANS("two roads give different means"),
  /** The two give different log p(h = 1). */
  LOG_ON("two roads give different log p(h = 1)");

  private final String words;

  Doubt(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
