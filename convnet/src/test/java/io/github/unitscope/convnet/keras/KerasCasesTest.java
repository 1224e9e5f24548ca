package io.github.unitscope.convnet.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that other importers read wrongly or not at all, from the folder of cases. */
class KerasCasesTest {
  private static Path cases;

  @BeforeAll
  static void findCases() {
    String data = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(data != null, "needs UNITSCOPE_DATA");
    cases = Path.of(data).resolveSibling("cases");
    assumeTrue(Files.isDirectory(cases), "needs the folder cases beside it");
  }

  /** Computed with NumPy from the weights. */
  @ParameterizedTest
  @CsvSource({
    "08-wrong-channels-first/model, 192, 4",
    "09-wrong-reshape-after-flatten/model, 48, 3",
  })
  void theNumbersAreKeras(String model, int pixels, int outputs) {
    ConvNetwork network = KerasModelFile.read(cases.resolve(model + ".h5"), null);
    Readout readout = new Readout(network.layers().size(), Quantity.ACTIVATION);
    try (NpzReader expected = NpzReader.open(cases.resolve(model + ".expect.npz"));
        Pass pass = network.newPass(Set.of(readout), 1)) {
      NpyArray images = expected.get("images", NpyType.FLOAT32, 2, pixels);
      NpyArray values = expected.get("output", NpyType.FLOAT64, 2, outputs);
      for (int image = 0; image < 2; image++) {
        pass.input().writeRow(0, images.rows()[image]);
        pass.forward();
        for (int i = 0; i < outputs; i++) {
          assertEquals(values.doubles()[image * outputs + i], pass.output(readout).get(0, i), 2e-5);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "01-grey-batchnorm/model.h5, 5",
    "04-mobilenet-as-keras-saves-it/tf26_top_keepdims.h5, 86",
    "05-mnist-mlp/reshape_conv_28x28.h5, 5",
    "05-mnist-mlp/tf_quickstart_28x28.h5, 4",
    "07-rescaling-first/model.h5, 4",
    "07-rescaling-first/first_RandomFlip.h5, 4",
    "07-rescaling-first/layer_GaussianNoise.h5, 4",
    "12-densenet-slash-names/model.h5, 5",
    "20-activations/elu.h5, 3",
    "21-irrelevant-config/maxnorm_int.h5, 3",
    "22-depthwise-first/dw_in_sequential.h5, 4",
    "22-depthwise-first/dw_on_image.h5, 3",
    "23-bn-without-center/model.h5, 4",
    "25-shared-and-others/dense_on_4d.h5, 4",
    "25-shared-and-others/groups2.h5, 3",
    "25-shared-and-others/shared_activation.h5, 6",
  })
  void isImported(String model, int layers) {
    assertEquals(layers, KerasModelFile.read(cases.resolve(model), null).layers().size());
  }

  /** In one line, without words of libraries, and what it offers instead can be imported. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "05-mnist-mlp/mlp784.h5",
        "06-nested/small_nested.h5",
        "10-wrong-concatenate-axis/axis1.h5",
        "16-compressed-h5/model.h5",
        "20-activations/gelu.h5",
        "20-activations/hard_sigmoid.h5",
        "20-activations/PReLU.h5",
        "24-autoencoders/conv2dtranspose.h5",
        "24-autoencoders/upsampling.h5",
      })
  void isRefusedWithWhatCanBeHad(String model) {
    Path file = cases.resolve(model);
    String message =
        assertThrows(InvalidInputException.class, () -> KerasModelFile.read(file, null))
            .getMessage();
    assertEquals(1, message.lines().count());
    assertFalse(message.matches(".*(Exception|java\\.|org\\.|https?:|damaged).*"), message);
    String marker = "with one of ";
    if (message.contains(marker)) {
      for (String layer :
          message.substring(message.indexOf(marker) + marker.length()).split(", ")) {
        assertTrue(KerasModelFile.read(file, layer).layers().size() >= 1, layer);
      }
    }
  }
}
