package io.github.unitscope.convnet.importing;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All formats of models that can be imported: the only way into their importers. */
public final class ModelImporters {
  private ModelImporters() {}

  /** The formats for people, separated by commas. */
  public static String formats() {
    return all().stream().map(ModelImporter::format).collect(Collectors.joining(", "));
  }

  private static List<ModelImporter> all() {
    return ServiceLoader.load(ModelImporter.class, ModelImporters.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * Imports all of a network.
   *
   * @param file of any known format
   * @param input what the network expects of an image
   * @throws InvalidInputException as {@link #read(ImportFile, ImportRequest)} does
   */
  public static ConvNetwork read(Path file, InputDeclaration input) {
    return read(ImportFile.open(file), new ImportRequest(null, input, List.of())).network();
  }

  /**
   * Imports a network from a file of any known format.
   *
   * @throws InvalidInputException if no format fits, or the file cannot be imported; in one line
   *     that names the file and what to do, without words of the libraries that read it
   */
  public static ImportedNetwork read(ImportFile file, ImportRequest request) {
    ModelImporter importer =
        all().stream()
            .filter(candidate -> candidate.supports(file))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        String.format(
                            Locale.ROOT,
                            "%s has no format that can be imported; expected one of %s",
                            file.path(),
                            formats())));
    try {
      return importer.read(file, request);
    } catch (InvalidInputException e) {
      throw e.getMessage().contains(file.path().toString())
          ? e
          : new InvalidInputException(
              String.format(Locale.ROOT, "%s: %s", file.path(), e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // Readers throw all kinds at damaged files, and follow circles until the stack ends.
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s cannot be read as a %s (damaged or incomplete?); save or copy the model again",
              file.path(),
              importer.format()),
          e);
    }
  }
}
