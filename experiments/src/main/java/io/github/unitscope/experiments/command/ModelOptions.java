package io.github.unitscope.experiments.command;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.cli.UsageException;
import io.github.unitscope.experiments.model.LoadedModel;
import java.nio.file.Path;

/** The option that names a model. */
final class ModelOptions {
  @Parameter(names = "--model", description = "Model folder, as train dbn leaves it")
  private Path model;

  boolean isGiven() {
    return model != null;
  }

  LoadedModel read() {
    if (model == null) {
      throw new UsageException(
          "--model is missing: give a model folder, or make one with ./unitscope train dbn");
    }
    return LoadedModel.read(model);
  }
}
