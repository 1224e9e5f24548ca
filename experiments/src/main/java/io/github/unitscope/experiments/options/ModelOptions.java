package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import java.nio.file.Path;

/** The option that names a model. */
@OptionGroup(Group.WHAT)
public final class ModelOptions {
  @Parameter(
      names = "--model",
      description = "Model folder, as train, finetune and model import leave it")
  private Path model;

  public boolean isGiven() {
    return model != null;
  }

  /** The folder that was named; null where none was. */
  public Path path() {
    return model;
  }

  public LoadedModel read() {
    if (model == null) {
      throw new UsageException(
          "--model is missing: give a model folder; make one with ./unitscope train dbn, or from a"
              + " file with ./unitscope model import");
    }
    return LoadedModel.read(model);
  }
}
