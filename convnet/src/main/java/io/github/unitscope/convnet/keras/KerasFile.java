package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.deeplearning4j.Translated;
import io.github.unitscope.convnet.deeplearning4j.Translation;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasModel;
import org.deeplearning4j.nn.modelimport.keras.KerasSequentialModel;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelBuilder;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasModelUtils;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A Keras model in an HDF5 file ({@code .h5}), with architecture and weights.
 *
 * @param path of the file
 */
public record KerasFile(Path path) {
  /** Of texts such as 2.1.4. */
  private static final int VERSION_LENGTH = 5;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  /**
   * Reads the network.
   *
   * @param until the last layer to read; null for all
   * @param input what the network was trained on
   * @param classes names of its classes; empty for numbers
   * @throws InvalidInputException if the file is no such model, or has a layer that is not known;
   *     the message then names the layers that can be had without it
   */
  public Translated read(String until, InputDeclaration input, List<String> classes) {
    requireHdf5();
    KerasArchitecture architecture = architecture();
    KerasArchitecture wanted = until == null ? architecture : architecture.until(until);
    try {
      Translation translation = new Translation(wanted.inputShape(), input, classes);
      return until == null ? whole(wanted, translation) : part(wanted, translation);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    } catch (UnsupportedKerasConfigurationException | InvalidKerasConfigurationException e) {
      throw wanted.unreadable(path, e);
    } catch (InvalidInputException e) {
      throw new InvalidInputException("%s: %s".formatted(path, e.getMessage()), e);
    } catch (RuntimeException e) {
      // The importer and HDF5 throw all kinds at damaged files.
      throw wanted.unreadable(path, e);
    }
  }

  private KerasModelBuilder builder(KerasArchitecture wanted) throws IOException {
    return new KerasModel().modelBuilder().modelJson(wanted.json()).enforceTrainingConfig(false);
  }

  private Translated whole(KerasArchitecture wanted, Translation translation)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    KerasModelBuilder builder = builder(wanted).weightsHdf5Filename(path.toString());
    return wanted.isSequential()
        ? translation.translate(builder.buildSequential().getMultiLayerNetwork())
        : translation.translate(builder.buildModel().getComputationGraph());
  }

  private Translated part(KerasArchitecture wanted, Translation translation)
      throws IOException,
          InvalidKerasConfigurationException,
          UnsupportedKerasConfigurationException {
    try (Hdf5Archive archive = new Hdf5Archive(path.toString())) {
      if (wanted.isSequential()) {
        KerasSequentialModel model = builder(wanted).buildSequential();
        MultiLayerNetwork network = model.getMultiLayerNetwork(false);
        KerasWeights.read(archive, model.getLayers());
        KerasModelUtils.copyWeightsToModel(network, model.getLayers());
        return translation.translate(network);
      }
      KerasModel model = builder(wanted).buildModel();
      ComputationGraph graph = model.getComputationGraph(false);
      KerasWeights.read(archive, model.getLayers());
      KerasModelUtils.copyWeightsToModel(graph, model.getLayers());
      return translation.translate(graph);
    }
  }

  private KerasArchitecture architecture() {
    try (Hdf5Archive archive = new Hdf5Archive(path.toString())) {
      if (!archive.hasAttribute("model_config")) {
        throw new InvalidInputException(
            path + " has weights but no architecture: save the whole model with Keras");
      }
      return KerasArchitecture.parse(
          path,
          archive.readAttributeAsJson("model_config"),
          archive.readAttributeAsFixedLengthString("keras_version", VERSION_LENGTH));
    } catch (InvalidInputException e) {
      throw e;
    } catch (UnsupportedKerasConfigurationException | RuntimeException e) {
      throw new InvalidInputException(
          path + " cannot be read as a Keras model (damaged or incomplete?)", e);
    }
  }

  private void requireHdf5() {
    byte[] start;
    try (InputStream in = Files.newInputStream(path)) {
      start = in.readNBytes(SIGNATURE.length);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
    if (!Arrays.equals(start, SIGNATURE)) {
      throw new InvalidInputException(
          path + " is no HDF5 file: save the Keras model as .h5 (not .keras or SavedModel)");
    }
  }
}
