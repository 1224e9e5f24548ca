package io.github.unitscope.experiments.command;

/** Options whose descriptions depend on the command that has them, such as on its defaults. */
public interface Explained {
  /**
   * A description with its words in braces replaced.
   *
   * @param description of one of these options, as its annotation has it
   */
  String explain(String description);
}
