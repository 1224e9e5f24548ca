package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import java.nio.file.Path;

/** The option that names a model. */
public final class ModelOptions {
  @Parameter(names = "--model", description = "Model folder, as train dbn leaves it")
  private Path model;

  boolean isGiven() {
    return model != null;
  }

  public LoadedModel read() {
    if (model == null) {
      throw new UsageException(
          "--model is missing: give a model folder, or make one with ./unitscope train dbn");
    }
    return LoadedModel.read(model);
  }
}
