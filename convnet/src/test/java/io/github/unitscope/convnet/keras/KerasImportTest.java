package io.github.unitscope.convnet.keras;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.InputFit;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Values of Keras' functions at −1.5 and 1.5. */
  @ParameterizedTest
  @CsvSource({
    "relu, 0, 1.5",
    "relu6, 0, 1.5",
    "tanh, -0.9051483, 0.9051483",
    "sigmoid, 0.1824255, 0.8175745",
    "elu, -0.7768698, 1.5",
    "selu, -1.3658143, 1.5760515",
    "softplus, 0.2014133, 1.7014133",
    "softsign, -0.6, 0.6",
    "swish, -0.2736383, 1.2263617",
    "silu, -0.2736383, 1.2263617",
  })
  void activationsAreKeras(String name, double below, double above) throws IOException {
    KerasModelFile model =
        KerasModelFile.sequential()
            .layer("Dense", "d", LAST + ",'units':2,'activation':'" + name + "'")
            .weights("d", "kernel", new float[6], 3, 2)
            .weights("d", "bias", new float[] {-1.5f, 1.5f}, 2);
    float[] output = output(read(model));
    assertEquals(below, output[0], 1e-6);
    assertEquals(above, output[1], 1e-6);
  }

  /** Of a grey network; those with numbers for three colours were tried too, and failed. */
  @Test
  void onlyConventionsThatFitTheChannelsAreTried() throws IOException {
    Path file =
        KerasModelFile.sequential()
            .layer("Conv2D", "c", "'batch_input_shape':[null,5,4,1],'filters':1,'kernel_size':3")
            .weights("c", "kernel", 3, 3, 1, 1)
            .weights("c", "bias", 1)
            .layer("BatchNormalization", "b", "'scale':false,'center':false")
            .weights("b", "moving_mean", 1)
            .weights("b", "moving_variance", new float[] {1}, 1)
            .write(folder.resolve("model.h5"));
    ImportedNetwork imported =
        ModelImporters.read(
            ImportFile.open(file), new ImportRequest(null, InputDeclaration.UNIT, List.of()));
    float[][] images = new float[2][20];
    images[1][7] = 1;
    assertEquals(
        Set.of("unit", "signed", "bytes"),
        InputFit.of(imported.network(), imported.normalized(), images).stream()
            .map(fit -> fit.input().name())
            .collect(Collectors.toSet()));
  }
}
