package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Leads from a run to how its model was made.
 *
 * @param folder of the model, relative to the run's, with / between names; absolute where no
 *     relative path leads there
 * @param identity of the run that made the model; null if its folder had no manifest
 */
public record ModelLink(String folder, String identity) {

  /**
   * @throws InvalidInputException if there is no folder, or its name is none
   */
  public ModelLink {
    if (folder == null) {
      throw new InvalidInputException("the folder of the model is missing");
    }
    requirePath(folder);
  }

  /** A text from a file need not be a path of this system; null is fine. */
  static void requirePath(String text) {
    try {
      if (text != null) {
        Path unused = Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new InvalidInputException(String.format(Locale.ROOT, "'%s' is not a path", text), e);
    }
  }

  /**
   * The link to a model.
   *
   * @param run the folder of the run
   * @param model the folder of the model; null gives null
   * @param identity as it was when the model was read
   */
  static ModelLink of(Path run, String model, String identity) {
    if (model == null) {
      return null;
    }
    Path from = run.toAbsolutePath().normalize();
    Path to = Path.of(model).toAbsolutePath().normalize();
    Path way = from.getRoot().equals(to.getRoot()) ? from.relativize(to) : to;
    return new ModelLink(way.toString().replace('\\', '/'), identity);
  }
}
