package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.ModelImporter;
import io.github.unitscope.network.message.InvalidInputException;

/** Keras models, Sequential or Functional, as {@code model.save("model.h5")} writes them. */
public final class KerasImporter implements ModelImporter {
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  @Override
  public String format() {
    return "Keras model in HDF5 (.h5)";
  }

  @Override
  public boolean supports(ImportFile file) {
    return file.startsWith(HDF5);
  }

  @Override
  public ImportedNetwork read(ImportFile file, ImportRequest request) {
    try (KerasArchive archive = KerasArchive.open(file.bytes())) {
      String description = archive.text("model_config");
      if (description == null) {
        throw new InvalidInputException(
            file.path() + " has weights but no architecture: save the whole model with Keras");
      }
      KerasArchitecture architecture = KerasArchitecture.parse(description);
      return new KerasTranslation(architecture, archive).network(request);
    }
  }
}
