package io.github.unitscope.experiments.command;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.cli.RunOptions;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.model.LoadedModel;

/** Options of every command that looks at units of a model. */
final class LookOptions {
  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final UnitOptions units = new UnitOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  boolean hasModel() {
    return model.isGiven();
  }

  LoadedModel model() {
    return model.read();
  }

  UnitOptions units() {
    return units;
  }

  RunOptions run() {
    return run;
  }
}
