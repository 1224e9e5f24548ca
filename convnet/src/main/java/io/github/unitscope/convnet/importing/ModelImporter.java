package io.github.unitscope.convnet.importing;

/**
 * Reads the models of one file format. Implementations have a public constructor without arguments
 * and a line in {@code META-INF/services} by which {@link ModelImporters} finds them.
 */
public interface ModelImporter {
  /** The format for people, such as "Keras model in HDF5 (.h5)". */
  String format();

  /** Whether a file is of this format, judged by its content and not by its name. */
  boolean supports(ImportFile file);

  /**
   * Translates a model into a network.
   *
   * @param file of this format
   * @param request what to read of it
   * @throws io.github.unitscope.network.message.InvalidInputException if the file is damaged or has
   *     a layer that cannot be translated; {@link LayerProblem} writes the message for the latter
   */
  ImportedNetwork read(ImportFile file, ImportRequest request);
}
