package io.github.unitscope.benchmarks;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The convolutional network whose speed is measured. */
public final class BenchedConvNet {
  private static final String MOBILE_NET = "mobilenet_v1_0.25_224.h5";

  private BenchedConvNet() {}

  /**
   * Reads the network.
   *
   * @param given a model folder or a Keras file that takes Keras' usual input in [-1, 1]; null for
   *     the MobileNet in {@code models} beside the folder of datasets
   * @return null if none was given and the MobileNet is not there
   * @throws InvalidInputException if what was given is no convolutional network with classes
   */
  public static ConvNetwork find(Path given) {
    Path path = given == null ? mobileNet() : given;
    if (path == null) {
      return null;
    }
    ConvNetwork network = read(path);
    if (network.classes().isEmpty()) {
      throw new InvalidInputException(
          path + ": a network with classes is needed, one whose last layer is a softmax");
    }
    return network;
  }

  private static ConvNetwork read(Path path) {
    if (Files.isRegularFile(path)) {
      ImportRequest request = new ImportRequest(null, InputDeclaration.SIGNED, List.of());
      return ModelImporters.read(ImportFile.open(path), request).network();
    }
    StoredModel stored = Models.read(path);
    if (stored.network() instanceof ConvNetwork network) {
      return network;
    }
    throw new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s holds a %s where a convolutional network is needed",
            path,
            stored.format().name()));
  }

  private static Path mobileNet() {
    String data = System.getenv(DataDirectory.VARIABLE);
    if (data == null || data.isBlank()) {
      return null;
    }
    Path file = Path.of(data).resolveSibling("models").resolve(MOBILE_NET);
    return Files.isRegularFile(file) ? file : null;
  }
}
