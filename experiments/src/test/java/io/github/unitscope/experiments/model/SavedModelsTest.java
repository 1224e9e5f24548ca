package io.github.unitscope.experiments.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.ModelFormat;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.classifier.Classifier;
import io.github.unitscope.testing.RandomValues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program saves the commands can read. */
class SavedModelsTest {
  private static final ImageShape IMAGE = new ImageShape(3, 1, 1);

  @TempDir Path folder;

  private static Matrix weights(int rows, int columns) {
    return RandomValues.matrix(Seed.root(1).derive(columns), rows, columns, 1);
  }

  private static List<Network> oneOfEachKind() {
    float[] two = {0.5f, -1};
    float[] three = {1, 2, 3};
    return List.of(
        new Classifier(
            IMAGE,
            List.of(new LogisticLayer(weights(3, 2), two)),
            new LogisticLayer(weights(2, 3), three)),
        new ConvNetwork(
            IMAGE,
            InputDeclaration.UNIT,
            List.of(
                new Node(
                    "classes",
                    List.of(0),
                    Convolution.dense(weights(3, 2), two),
                    Softmax.OVER_CHANNELS)),
            List.of()),
        new Dbn(IMAGE, List.of(new Rbm(VisibleUnits.GAUSSIAN, weights(3, 2), three, two))),
        new Sdae(
            IMAGE,
            List.of(
                new DenoisingAutoencoder(
                    weights(3, 2), three, two, Reconstruction.SQUARED_ERROR))));
  }

  private static float[] output(Network network) {
    Readout readout = new Readout(1, Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(readout))) {
      int row = pass.usableRows()[0];
      pass.input().writeRow(row, new float[] {0.25f, 0.5f, 1});
      pass.forward();
      float[] values = new float[2];
      pass.output(readout).readRow(row, values);
      return values;
    }
  }

  @Test
  void everyKindIsReadAsItWasSaved() {
    List<Network> networks = oneOfEachKind();
    assertEquals(
        List.of("classifier", "convnet", "dbn", "sdae"),
        Models.formats().stream().map(ModelFormat::kind).toList());
    for (int i = 0; i < networks.size(); i++) {
      Path place = folder.resolve(Models.formats().get(i).kind());
      Models.save(networks.get(i), new TrainedOn(1.5, "synthetic"), place);
      StoredModel loaded = Models.read(place);
      assertEquals(Models.formats().get(i).name(), loaded.kind());
      assertEquals(1.5, loaded.meanInputNorm());
      assertEquals("synthetic", loaded.data());
      assertEquals(networks.get(i).getClass(), loaded.network().getClass());
      assertArrayEquals(output(networks.get(i)), output(loaded.network()));
    }
  }

  @Test
  void whatIsBesideTheWayUpIsSavedToo() {
    List<Network> networks = oneOfEachKind();
    for (int i = 0; i < networks.size(); i++) {
      Models.save(networks.get(i), folder.resolve("model" + i));
    }
    Classifier classifier = (Classifier) Models.load(folder.resolve("model0"));
    assertArrayEquals(weights(2, 3).toRows(), classifier.output().weights().toRows());
    assertArrayEquals(new float[] {1, 2, 3}, classifier.output().bias());
    Rbm rbm = ((Dbn) Models.load(folder.resolve("model2"))).tiedLayers().get(0);
    assertEquals(VisibleUnits.GAUSSIAN, rbm.visibleUnits());
    assertArrayEquals(new float[] {1, 2, 3}, rbm.visibleBias());
    DenoisingAutoencoder autoencoder =
        ((Sdae) Models.load(folder.resolve("model3"))).tiedLayers().get(0);
    assertEquals(Reconstruction.SQUARED_ERROR, autoencoder.reconstruction());
    assertArrayEquals(new float[] {1, 2, 3}, autoencoder.visibleBias());
  }

  @Test
  void anUnknownKindNamesThoseThatThereAre() throws Exception {
    Files.writeString(folder.resolve("model.json"), "{\"kind\": \"vae\"}");
    String message =
        assertThrows(InvalidInputException.class, () -> Models.read(folder)).getMessage();
    assertTrue(
        message.endsWith(
            "unknown model kind 'vae'; expected one of classifier, convnet, dbn, sdae"),
        message);
  }
}
