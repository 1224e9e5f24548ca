package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.deeplearning4j.Translated;
import io.github.unitscope.convnet.deeplearning4j.Translation;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.InputFile;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** A Keras model in an HDF5 file ({@code .h5}), with architecture and weights. */
public final class KerasFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private final Path path;
  private final ByteBuffer bytes;

  private KerasFile(Path path, ByteBuffer bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Reads the bytes of a file, which may be replaced after that.
   *
   * @throws InvalidInputException if it cannot be read, is larger than 2 GiB or no HDF5 file, or
   *     somebody wrote to it meanwhile
   */
  public static KerasFile open(Path path) {
    try (InputFile file = InputFile.open(path)) {
      ByteBuffer bytes = file.buffer();
      requireHdf5(path, bytes);
      return new KerasFile(path, bytes);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }

  /** The hash of the bytes that the network is made of. */
  public String sha256() {
    return Sha256.of(bytes.duplicate());
  }

  /**
   * Makes the network.
   *
   * @param until the last layer to read; null for all
   * @param input what the network was trained on
   * @param classes names of its classes; empty for numbers
   * @throws InvalidInputException if the file is no such model, or has a layer that is not known;
   *     the message then names the layers that can be had without it; or if a weight is not a
   *     finite number
   */
  public Translated read(String until, InputDeclaration input, List<String> classes) {
    try (KerasArchive archive = KerasArchive.open(path, bytes)) {
      KerasArchitecture architecture = architecture(archive);
      KerasArchitecture wanted = until == null ? architecture : architecture.until(until);
      Translated translated =
          read(archive, wanted, new Translation(wanted.inputShape(), input, classes));
      ConvFolder.requireFinite(translated.network());
      return translated;
    } catch (InvalidInputException e) {
      throw e.getMessage().contains(path.toString())
          ? e
          : new InvalidInputException(
              String.format(Locale.ROOT, "%s: %s", path, e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError e) {
      // The reader throws all kinds at damaged files, and follows circles until the stack ends.
      throw new InvalidInputException(
          path + " cannot be read as a Keras model (damaged or incomplete?)", e);
    }
  }

  private Translated read(KerasArchive archive, KerasArchitecture wanted, Translation translation) {
    wanted.requireKnown(path);
    KerasArchitecture prepared = wanted.forImporter();
    try {
      return wanted.isSequential()
          ? translation.translate(sequential(archive, wanted))
          : translation.translate(graph(archive, prepared), prepared.copies());
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException
        | UnsupportedKerasConfigurationException
        | InvalidKerasConfigurationException
        | RuntimeException
        | StackOverflowError e) {
      // The importer throws all kinds at what it does not expect.
      throw wanted.unreadable(path, e);
    }
  }

  private static KerasModelBuilder builder(KerasArchitecture wanted) throws IOException {
    return new KerasModel().modelBuilder().modelJson(wanted.json()).enforceTrainingConfig(false);
  }

  private static MultiLayerNetwork sequential(KerasArchive archive, KerasArchitecture wanted)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    KerasSequentialModel model = builder(wanted).buildSequential();
    MultiLayerConfiguration configuration = model.getMultiLayerConfiguration();
    KerasWeights.requireThere(configuration, archive);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    KerasWeights.read(archive, network.getLayers(), model.getLayers());
    return network;
  }

  private static ComputationGraph graph(KerasArchive archive, KerasArchitecture wanted)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    KerasModel model = builder(wanted).buildModel();
    ComputationGraphConfiguration configuration = model.getComputationGraphConfiguration();
    KerasWeights.requireThere(configuration, archive);
    ComputationGraph graph = new ComputationGraph(configuration);
    graph.init();
    KerasWeights.read(archive, graph.getLayers(), model.getLayers());
    return graph;
  }

  private KerasArchitecture architecture(KerasArchive archive) {
    String description = archive.text("model_config");
    if (description == null) {
      throw new InvalidInputException(
          path + " has weights but no architecture: save the whole model with Keras");
    }
    String version = archive.text("keras_version");
    return KerasArchitecture.parse(path, description, version == null ? "2" : version);
  }

  private static void requireHdf5(Path path, ByteBuffer bytes) {
    if (!bytes
        .slice(0, Math.min(SIGNATURE.length, bytes.limit()))
        .equals(ByteBuffer.wrap(SIGNATURE))) {
      throw new InvalidInputException(
          path + " is no HDF5 file: save the Keras model as .h5 (not .keras or SavedModel)");
    }
  }
}
