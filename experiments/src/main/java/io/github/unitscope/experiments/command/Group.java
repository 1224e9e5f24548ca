package io.github.unitscope.experiments.command;

/** Under which heading of a help text an option stands; in this order. */
public enum Group {
  /** The model, its units, the data. */
  WHAT("What"),
  /** The settings of the method. */
  HOW("How"),
  /** Where results go, and what they look like. */
  OUTPUT("Output"),
  /** What few need. */
  ADVANCED("Advanced");

  private final String title;

  Group(String title) {
    this.title = title;
  }

  /** The heading. */
  public String title() {
    return title;
  }
}
