package io.github.unitscope.convnet.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layers of Keras against sums written out here, on images of 5 rows, 4 columns and 3 channels. */
class KerasImportTest {
  private static final int ROWS = 5;
  private static final int COLUMNS = 4;
  private static final int CHANNELS = 3;
  private static final String LAST = "'batch_input_shape':[null,5,4,3]";
  private static final String FIRST =
      "'batch_input_shape':[null,3,5,4],'data_format':'channels_first'";

  private static final String FORMAT = "'data_format':'channels_last'";

  @TempDir Path folder;

  private ConvNetwork read(KerasModelFile model) throws IOException {
    return KerasModelFile.read(model.write(folder.resolve("model.h5")), null);
  }

  /** Some number for every value of the image. */
  private static double pixel(int row, int column, int channel) {
    boolean inside = row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
    return inside ? ((row * 7 + column * 3 + channel * 5) % 11) / 11.0 : 0;
  }

  private static float[] image() {
    float[] image = new float[CHANNELS * ROWS * COLUMNS];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) pixel(i / COLUMNS % ROWS, i % COLUMNS, i / (ROWS * COLUMNS));
    }
    return image;
  }

  /** What the last layer says, counted as Keras does: rows, columns, channels. */
  private static float[] output(ConvNetwork network) {
    Readout readout = new Readout(network.layers().size(), Quantity.ACTIVATION);
    try (Pass pass = network.newPass(Set.of(readout), 1)) {
      pass.input().writeRow(0, image());
      pass.forward();
      float[] ours = pass.output(readout).toRows()[0];
      Layer layer = network.layer(readout.layer());
      float[] theirs = new float[ours.length];
      for (int i = 0; i < theirs.length; i++) {
        theirs[i] =
            ours[i % layer.shape().channels() * layer.places() + i / layer.shape().channels()];
      }
      return theirs;
    }
  }

  /** One value of a 3×3 convolution at a place of its window's centre. */
  private static double sum(
      float[] kernel, int row, int column, int from, int inputs, int filter, int filters) {
    double sum = 0;
    for (int k = 0; k < 9; k++) {
      for (int input = 0; input < inputs; input++) {
        sum +=
            pixel(row + k / 3 - 1, column + k % 3 - 1, from + input)
                * kernel[(k * inputs + input) * filters + filter];
      }
    }
    return sum;
  }

  @Test
  void aConvolutionSlidesOverThePaddedImage() throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer("Conv2D", "c", LAST + ",'filters':2,'kernel_size':[3,3],'padding':'same'")
            .weights("c", "kernel", 3, 3, 3, 2)
            .weights("c", "bias", 2);
    float[] expected = new float[ROWS * COLUMNS * 2];
    for (int i = 0; i < expected.length; i++) {
      double sum =
          sum(model.values("c", "kernel"), i / 2 / COLUMNS, i / 2 % COLUMNS, 0, 3, i % 2, 2);
      expected[i] = (float) (sum + model.values("c", "bias")[i % 2]);
    }
    assertArrayEquals(expected, output(read(model)), 1e-5f);
  }

  /** Three groups: every filter sees one channel. */
  @Test
  void aConvolutionInGroupsSeesTheChannelsOfItsGroup() throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer(
                "Conv2D",
                "c",
                LAST + ",'filters':6,'kernel_size':3,'padding':'same','groups':3,'use_bias':false")
            .weights("c", "kernel", 3, 3, 1, 6);
    float[] expected = new float[ROWS * COLUMNS * 6];
    for (int i = 0; i < expected.length; i++) {
      int filter = i % 6;
      expected[i] =
          (float)
              sum(
                  model.values("c", "kernel"),
                  i / 6 / COLUMNS,
                  i / 6 % COLUMNS,
                  filter / 2,
                  1,
                  filter,
                  6);
    }
    assertArrayEquals(expected, output(read(model)), 1e-5f);
  }

  /** On the image itself, in a stack, below a normalization that neither scales nor shifts. */
  @Test
  void aDepthwiseConvolutionIsNormalized() throws IOException {
    float[] variance = {0.5f, 1, 2, 3, 4, 5};
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer(
                "DepthwiseConv2D",
                "d",
                LAST
                    + ",'kernel_size':[3,3],'padding':'same','depth_multiplier':2,'use_bias':false")
            .weights("d", "depthwise_kernel", 3, 3, 3, 2)
            .layer(
                "BatchNormalization", "b", "'axis':[3],'center':false,'scale':false,'epsilon':0.5")
            .weights("b", "moving_mean", 6)
            .weights("b", "moving_variance", variance, 6);
    float[] expected = new float[ROWS * COLUMNS * 6];
    for (int i = 0; i < expected.length; i++) {
      int output = i % 6;
      double sum = 0;
      for (int k = 0; k < 9; k++) {
        sum +=
            pixel(i / 6 / COLUMNS + k / 3 - 1, i / 6 % COLUMNS + k % 3 - 1, output / 2)
                * model.values("d", "depthwise_kernel")[k * 6 + output];
      }
      expected[i] =
          (float)
              ((sum - model.values("b", "moving_mean")[output])
                  / Math.sqrt(variance[output] + 0.5));
    }
    assertArrayEquals(expected, output(read(model)), 1e-5f);
  }

  /**
   * Flattened in the order of memory, or with the channels last if the Flatten says so; a pool or a
   * Dense cannot tell the two apart.
   */
  @ParameterizedTest
  @CsvSource({"true, channels_last", "true, channels_first", "false, channels_last"})
  void valuesAreFlattenedInTheOrderOfTheChannels(boolean first, String format) throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer("MaxPooling2D", "p", (first ? FIRST : LAST) + ",'pool_size':1,'strides':1")
            .layer("Flatten", "f", "'data_format':'" + format + "'")
            .layer("Dense", "e", "'units':2")
            .weights("e", "kernel", 60, 2)
            .weights("e", "bias", 2);
    boolean byChannel = first && format.equals("channels_last");
    float[] expected = new float[2];
    for (int unit = 0; unit < 2; unit++) {
      double sum = model.values("e", "bias")[unit];
      for (int i = 0; i < 60; i++) {
        double value =
            byChannel
                ? pixel(i / COLUMNS % ROWS, i % COLUMNS, i / (ROWS * COLUMNS))
                : pixel(i / CHANNELS / COLUMNS, i / CHANNELS % COLUMNS, i % CHANNELS);
        sum += value * model.values("e", "kernel")[i * 2 + unit];
      }
      expected[unit] = (float) sum;
    }
    assertArrayEquals(expected, output(read(model)), 1e-5f);
  }

  @Test
  void aVectorIsPutIntoAnImagePixelByPixel() throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer("Flatten", "f", LAST)
            .layer("Reshape", "r", "'target_shape':[2,-1,6]");
    ConvNetwork network = read(model);
    assertEquals("6x2x5", network.layer(2).shape().toString());
    float[] expected = new float[60];
    for (int i = 0; i < 60; i++) {
      expected[i] = (float) pixel(i / CHANNELS / COLUMNS, i / CHANNELS % COLUMNS, i % CHANNELS);
    }
    assertArrayEquals(expected, output(network), 0);
    assertEquals(List.of("r/flat", "r"), network.layers().stream().map(Layer::name).toList());
  }

  @Test
  void aDenseLayerOfAnImageSeesEveryPixelForItself() throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer("Rescaling", "s", LAST + ",'scale':2.0,'offset':-1")
            .layer("RandomFlip", "flip", "'mode':'horizontal'")
            .layer("Dense", "d", "'units':2,'activation':'relu'")
            .weights("d", "kernel", 3, 2)
            .weights("d", "bias", 2);
    float[] expected = new float[ROWS * COLUMNS * 2];
    for (int i = 0; i < expected.length; i++) {
      double sum = model.values("d", "bias")[i % 2];
      for (int channel = 0; channel < 3; channel++) {
        double value = 2 * pixel(i / 2 / COLUMNS, i / 2 % COLUMNS, channel) - 1;
        sum += value * model.values("d", "kernel")[channel * 2 + i % 2];
      }
      expected[i] = (float) Math.max(0, sum);
    }
    assertArrayEquals(expected, output(read(model)), 1e-5f);
  }

  @Test
  void aSharedLayerHasTheSameWeightsInEveryCall() throws IOException {
    KerasModelFile model =
        KerasModelFile.functional()
            .layer("InputLayer", "in", LAST)
            .layer("Dense", "d", "'units':3", "in", "d#0")
            .weights("d", "kernel", 3, 3)
            .weights("d", "bias", 3)
            .layer("Add", "sum", "", "d d#1");
    ConvNetwork network = read(model);
    assertEquals(
        List.of("d", "d/call2", "sum"), network.layers().stream().map(Layer::name).toList());
    float[] expected = new float[60];
    for (int place = 0; place < 20; place++) {
      double[] once = {
        pixel(place / COLUMNS, place % COLUMNS, 0),
        pixel(place / COLUMNS, place % COLUMNS, 1),
        pixel(place / COLUMNS, place % COLUMNS, 2)
      };
      double[] first = dense(model, once);
      double[] second = dense(model, first);
      for (int unit = 0; unit < 3; unit++) {
        expected[place * 3 + unit] = (float) (first[unit] + second[unit]);
      }
    }
    assertArrayEquals(expected, output(network), 1e-5f);
  }

  private static double[] dense(KerasModelFile model, double[] inputs) {
    double[] outputs = new double[3];
    for (int unit = 0; unit < 3; unit++) {
      outputs[unit] = model.values("d", "bias")[unit];
      for (int i = 0; i < 3; i++) {
        outputs[unit] += inputs[i] * model.values("d", "kernel")[i * 3 + unit];
      }
    }
    return outputs;
  }

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
        "Lambda | | its kind, Lambda, is not known",
        "Functional | 'layers':[] | it is a model within the model",
        "Activation | 'activation':'mish' | its activation, mish, is not known; expected one of",
        "Conv2D | 'filters':2,'kernel_size':3 | the file has no weights of it",
        "Conv2D | 'filters':2,'kernel_size':9 | the file has no weights of it",
        "MaxPooling2D | 'pool_size':9 | a window of 9x9 pixels does not fit into 3x2",
        "MaxPooling2D | 'pool_size':'x' | its pool_size is \"x\" where whole numbers is needed",
        "MaxPooling2D | 'data_format':'channels_first' | it takes channels_first where",
        "Concatenate | 'axis':0 | it joins its inputs along axis 0",
        "Softmax | 'axis':2 | its softmax is along axis 2, not the channels",
        "Reshape | 'target_shape':[6,2] | it gives 2 axes where 1 or 3 are needed",
        "Reshape | 'target_shape':[5] | its target_shape [5] is none for 12 values",
        "ZeroPadding2D | 'padding':[[1,1],[1]] | where [[top, bottom], [left, right]] is needed",
      })
  void whatIsOfferedInsteadCanBeImported(String kind, String config, String reason)
      throws IOException {
    Path file = withLayer(kind, config == null ? "" : config).write(folder.resolve("model.h5"));
    String message = refusal(file, null);
    assertTrue(message.contains("layer odd cannot be imported: "), message);
    assertTrue(message.contains(reason), message);
    assertTrue(message.endsWith("; to import less, use --until with one of: c, drop"), message);
    assertEquals(1, KerasModelFile.read(file, "c").layers().size());
    assertEquals(2, KerasModelFile.read(file, "drop").layers().size());
    for (String unknown : List.of("in", "flut")) {
      assertTrue(
          refusal(file, unknown)
              .endsWith("unknown layer '" + unknown + "'; expected one of: c, drop"),
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
    assertTrue(refusal(file, null).contains("weights of it that it does not use: [bias]"));
  }
}
