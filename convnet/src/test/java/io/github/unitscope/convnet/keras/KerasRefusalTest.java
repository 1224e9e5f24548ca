package io.github.unitscope.convnet.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of layers that cannot be imported. */
class KerasRefusalTest {
  private static final String LAST = "'batch_input_shape':[null,5,4,3]";
  private static final String FORMAT = "'data_format':'channels_last'";

  @TempDir Path folder;

  private static KerasModelFile withLayer(String kind, String config) {
    return KerasModelFile.functional()
        .layer("InputLayer", "in", LAST)
        .layer("Conv2D", "c", "'filters':2,'kernel_size':3,'use_bias':false," + FORMAT, "in")
        .weights("c", "kernel", 3, 3, 3, 2)
        .layer("Dropout", "drop", "", "c")
        .layer(kind, "odd", config, "drop")
        .layer("Flatten", "flat", "", "odd");
  }

  /** What is offered can be imported; the input, which is no layer, and what is above cannot. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Lambda | | unsupported layer kind 'Lambda'",
        "Functional | 'layers':[] | it is a model within the model",
        "Activation | 'activation':'mish' | unknown activation 'mish'; expected one of",
        "Conv2D | 'filters':2,'kernel_size':3 | the file has no weights for it",
        "Conv2D | 'filters':2,'kernel_size':9 | the file has no weights for it",
        "MaxPooling2D | 'pool_size':9 | a window of 9x9 pixels does not fit into 3x2",
        "MaxPooling2D | 'pool_size':'x' | its pool_size is \"x\" where whole numbers is needed",
        "MaxPooling2D | 'data_format':'channels_first' | it takes channels_first where",
        "Concatenate | 'axis':0 | it joins its inputs along axis 0",
        "Softmax | 'axis':2 | its softmax is along axis 2, not the channels",
        "Reshape | 'target_shape':[6,2] | it gives 2 axes where 1 or 3 are needed",
        "Reshape | 'target_shape':[5] | its target_shape [5] does not hold 12 values",
        "ZeroPadding2D | 'padding':[[1,1],[1]] | where [[top, bottom], [left, right]] is needed",
      })
  void whatIsOfferedInsteadCanBeImported(String kind, String config, String reason)
      throws IOException {
    Path file = withLayer(kind, config == null ? "" : config).write(folder.resolve("model.h5"));
    String message = refusal(file, null);
    assertTrue(message.contains("layer odd cannot be imported: "), message);
    assertTrue(message.contains(reason), message);
    assertTrue(message.endsWith("; to import less, use --until with one of c, drop"), message);
    assertEquals(1, KerasModelFile.read(file, "c").layers().size());
    assertEquals(2, KerasModelFile.read(file, "drop").layers().size());
    for (String unknown : List.of("in", "flut")) {
      assertTrue(
          refusal(file, unknown)
              .endsWith("unknown layer '" + unknown + "'; expected one of c, drop"),
          refusal(file, unknown));
    }
    assertEquals(message, refusal(file, "flat"));
  }

  private static String refusal(Path file, String until) {
    String message =
        assertThrows(InvalidInputException.class, () -> KerasModelFile.read(file, until))
            .getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertEquals(1, message.lines().count());
    String words = message.substring(file.toString().length());
    assertFalse(words.matches(".*(Exception|java\\.|org\\.|https?:|null).*"), words);
    return message;
  }

  @Test
  void aLayerThatNothingCanBeHadWithoutSaysSo() throws IOException {
    Path file =
        KerasModelFile.sequential().layer("Lambda", "odd", LAST).write(folder.resolve("model.h5"));
    assertTrue(refusal(file, null).endsWith("; no layer can be imported without it"));
  }

  /** They would mean a layer that computes something else. */
  @Test
  void weightsThatAreNotUsedAreRefused() throws IOException {
    Path file =
        KerasModelFile.sequential()
            .layer("Dense", "d", LAST + ",'units':2,'use_bias':false")
            .weights("d", "kernel", 3, 2)
            .weights("d", "bias", 2)
            .write(folder.resolve("model.h5"));
    assertTrue(refusal(file, null).contains("weights for it that it does not use: [bias]"));
  }
}
