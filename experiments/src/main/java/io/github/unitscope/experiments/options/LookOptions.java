package io.github.unitscope.experiments.options;

import com.beust.jcommander.ParametersDelegate;

/** Options of every command that looks at units of a model. */
public final class LookOptions {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final UnitOptions units = new UnitOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  public boolean hasModel() {
    return model.isGiven();
  }

  public LoadedModel model() {
    return model.read();
  }

  public UnitOptions units() {
    return units;
  }

  public RunOptions run() {
    return run;
  }
}
