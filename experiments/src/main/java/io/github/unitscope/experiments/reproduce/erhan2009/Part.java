package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.experiments.command.EnumWord;
import java.util.List;

/** What can be reproduced. */
public enum Part {
  /** Activation maximization on digits: layers 1 to 3 of both models, and one unit's restarts. */
  FIGURE1("figure 1: activation maximization, three layers of a DBN and an SDAE on digits"),
  /** Samples with a unit clamped. */
  FIGURE2("figure 2: samples with units of layer 2 clamped, the mean first; digits and patches"),
  /** The three methods on the same units. */
  FIGURE3("figure 3: the three methods on the same units of layer 2; digits and patches"),
  /** Activation maximization on patches, and Gabor fits. */
  PATCHES("activation maximization on patches, and Gabor fits of the first layers"),
  /** The claims. */
  CLAIMS("the paper's claims in numbers (claims.md)"),
  /** Everything. */
  ALL("all figures and the claims");

  private final String summary;

  Part(String summary) {
    this.summary = summary;
  }

  /** As on the command line. */
  public String word() {
    return EnumWord.of(this);
  }

  /** One line. */
  public String summary() {
    return summary;
  }

  /** The parts that it consists of. */
  public List<Part> parts() {
    return this == ALL ? List.of(FIGURE1, FIGURE2, FIGURE3, PATCHES, CLAIMS) : List.of(this);
  }
}
