package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.provenance.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The option that names a model. */
@OptionGroup(Group.WHAT)
public final class ModelOptions implements Explained {
  private final String otherwise;

  @Parameter(
      names = "--model",
      description = "Model folder, as train, finetune and model import write it. {model}")
  private Path model;

  /** Of a command that needs a model. */
  public ModelOptions() {
    this("Required");
  }

  private ModelOptions(String otherwise) {
    this.otherwise = otherwise;
  }

  /** Of a command that trains a small model where none is given. */
  public static ModelOptions optional() {
    return new ModelOptions("Default: a small one that is trained first");
  }

  @Override
  public Map<String, String> words() {
    return Map.of("model", otherwise);
  }

  /** As if it had been given. */
  public void set(Path folder) {
    model = folder;
  }

  public boolean isGiven() {
    return model != null;
  }

  /** The folder that was named; null where none was. */
  public Path path() {
    return model;
  }

  /**
   * Reads the model.
   *
   * @throws UsageException if none was named
   * @throws InvalidInputException if the folder holds none or a damaged one, or was replaced or
   *     written to while it was read
   */
  public StoredModel read() {
    if (model == null) {
      throw new UsageException(
          "--model is missing: give a model folder; make one with ./unitscope train dbn, or from a"
              + " file with ./unitscope model import");
    }
    Path place = RunFolder.find(model);
    if (!ModelFiles.areIn(place)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not a model folder (it has no %s): make one with ./unitscope train dbn%s",
              model,
              ModelFiles.DESCRIPTION,
              Files.isRegularFile(model) ? ", or import a Keras file with model import" : ""));
    }
    return Models.read(place).at(model);
  }
}
