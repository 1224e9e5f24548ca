package io.github.unitscope.experiments.command;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.cli.RunOptions;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.cli.UsageException;
import io.github.unitscope.experiments.model.LoadedModel;
import java.nio.file.Path;

/** Options of every command that looks at units of a model. */
final class LookOptions {
  @Parameter(names = "--model", description = "Model folder, as train dbn leaves it")
  private Path model;

  @ParametersDelegate private final UnitOptions units = new UnitOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  boolean hasModel() {
    return model != null;
  }

  LoadedModel model() {
    if (model == null) {
      throw new UsageException(
          "--model is missing: give a model folder, or make one with ./unitscope train dbn");
    }
    return LoadedModel.read(model);
  }

  UnitOptions units() {
    return units;
  }

  RunOptions run() {
    return run;
  }
}
