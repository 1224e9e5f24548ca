package io.github.unitscope.convnet.operation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values worked by hand. */
class OperationTest {
  private static final float INFINITY = Float.POSITIVE_INFINITY;

  private static float[] forward(Operation operation, ImageShape shape, float... image) {
    Matrix input = Shapes.zeros(shape);
    input.writeColumns(0, input.columns(), image);
    Matrix output = Shapes.zeros(operation.outputShape(List.of(shape)));
    operation.prepare(List.of(shape)).forward(List.of(input), output);
    float[] values = new float[output.rows() * output.columns()];
    output.readColumns(0, output.columns(), values);
    return values;
  }

  private static float[] backward(
      Operation operation, RectifierRule rule, float[] image, float... signal) {
    ImageShape shape = new ImageShape(1, 1, image.length);
    Matrix input = Shapes.zeros(shape);
    input.writeColumns(0, 1, image);
    Matrix output = Shapes.zeros(operation.outputShape(List.of(shape)));
    Matrix gradient = Shapes.zeros(operation.outputShape(List.of(shape)));
    gradient.writeColumns(0, gradient.columns(), signal);
    Gradient inputGradient = new Gradient(Shapes.zeros(shape));
    OperationKernel kernel = operation.prepare(List.of(shape));
    kernel.forward(List.of(input), output);
    kernel.backward(List.of(input), output, gradient, List.of(inputGradient), rule);
    float[] values = new float[image.length];
    inputGradient.matrix().readColumns(0, 1, values);
    return values;
  }

  @Test
  void convolutionIsACorrelationOfAllChannels() {
    // Two channels of 1×3, a kernel of 1×2 for each: (1, 2) and (10, 20), and a bias of 0.5.
    Matrix weights =
        Matrix.of(new float[] {1}, new float[] {2}, new float[] {10}, new float[] {20});
    Convolution convolution =
        new Convolution(Window.of(1, 2, 1, Padding.VALID), 2, weights, new float[] {0.5f});
    assertArrayEquals(
        new float[] {1 + 4 + 40 + 100 + 0.5f, 2 + 6 + 50 + 120 + 0.5f},
        forward(convolution, new ImageShape(2, 1, 3), 1, 2, 3, 4, 5, 6));
  }

  @Test
  void samePaddingOfAnEvenImageWithAStrideLiesAfterIt() {
    // TensorFlow: 4 places, a kernel of 3, a stride of 2 need one zero, and it comes last.
    Matrix weights = Matrix.of(new float[] {1}, new float[] {10}, new float[] {100});
    Convolution convolution =
        new Convolution(new Window(1, 3, 1, 2, 1, 1, Padding.SAME), 1, weights, new float[] {0});
    assertArrayEquals(
        new float[] {321, 43}, forward(convolution, new ImageShape(1, 1, 4), 1, 2, 3, 4));
  }

  @Test
  void dilationSkipsPlaces() {
    Matrix weights = Matrix.of(new float[] {1}, new float[] {10});
    Convolution convolution =
        new Convolution(new Window(1, 2, 1, 1, 1, 3, Padding.VALID), 1, weights, new float[] {0});
    assertArrayEquals(
        new float[] {41, 52}, forward(convolution, new ImageShape(1, 1, 5), 1, 2, 3, 4, 5));
  }

  @Test
  void averageOfAWindowAtTheBorderIsOverWhatLiesInside() {
    Window window = new Window(1, 3, 1, 1, 1, 1, Padding.SAME);
    ImageShape row = new ImageShape(1, 1, 3);
    assertArrayEquals(
        new float[] {1.5f, 2, 2.5f}, forward(new AveragePooling(window, false), row, 1, 2, 3));
    assertArrayEquals(
        new float[] {1, 2, 5 / 3f}, forward(new AveragePooling(window, true), row, 1, 2, 3), 1e-6f);
  }

  @Test
  void paddingNeverWinsAMaximum() {
    Window window = new Window(1, 3, 1, 1, 1, 1, Padding.SAME);
    assertArrayEquals(
        new float[] {-2, -1, -1},
        forward(new MaxPooling(window), new ImageShape(1, 1, 3), -3, -2, -1));
  }

  @Test
  void signalGoesBackThroughTheSwitchOfTheFirstMaximum() {
    Operation pooling = new MaxPooling(new Window(1, 2, 1, 2, 1, 1, Padding.VALID));
    assertArrayEquals(
        new float[] {5, 0, 0, 7},
        backward(pooling, RectifierRule.DECONVNET, new float[] {3, 3, 1, 2}, 5, 7));
  }

  @Test
  void flatteningCountsInTheOrderOfTheArray() {
    ImageShape shape = new ImageShape(2, 1, 3);
    assertArrayEquals(
        new float[] {1, 2, 3, 10, 20, 30},
        forward(Reshape.flatten(ChannelOrder.CHANNELS_FIRST), shape, 1, 2, 3, 10, 20, 30));
    assertArrayEquals(
        new float[] {1, 10, 2, 20, 3, 30},
        forward(Reshape.flatten(ChannelOrder.CHANNELS_LAST), shape, 1, 2, 3, 10, 20, 30));
  }

  @Test
  void softmaxIsOverTheChannelsOfAPlaceAndDoesNotOverflow() {
    assertArrayEquals(
        new float[] {0.75f, 0, 0.25f, 1},
        forward(
            Softmax.OVER_CHANNELS, new ImageShape(2, 1, 2), (float) Math.log(3), -1000, 0, 1000),
        1e-6f);
  }

  @Test
  void batchNormalizationIsAScaleAndAShift() {
    ChannelAffine affine =
        ChannelAffine.batchNormalization(
            new float[] {2}, new float[] {1}, new float[] {3}, new float[] {15}, 1);
    // (x − 3) / √16 · 2 + 1
    assertArrayEquals(new float[] {1, 3}, forward(affine, new ImageShape(1, 1, 2), 3, 7), 1e-6f);
  }

  @Test
  void rectifiersHaveACeilingAndASlope() {
    ImageShape row = new ImageShape(1, 1, 3);
    assertArrayEquals(new float[] {0, 3, 9}, forward(Rectifier.RELU, row, -2, 3, 9), 0f);
    assertArrayEquals(new float[] {0, 3, 6}, forward(Rectifier.RELU6, row, -2, 3, 9), 0f);
    assertArrayEquals(
        new float[] {-1, 3, 9}, forward(new Rectifier(INFINITY, 0.5), row, -2, 3, 9), 0f);
  }

  /** A unit that is off, one that is on, one at its ceiling; a signal either way for each. */
  @Test
  void rulesLetDifferentSignalsThroughARectifiedUnit() {
    float[] x = {-1, -1, 2, 2, 8, 8};
    float[] g = {5, -5, 7, -7, 9, -9};
    assertArrayEquals(
        new float[] {0, 0, 7, -7, 0, 0}, backward(Rectifier.RELU6, RectifierRule.GRADIENT, x, g));
    assertArrayEquals(
        new float[] {5, 0, 7, 0, 9, 0}, backward(Rectifier.RELU6, RectifierRule.DECONVNET, x, g));
    assertArrayEquals(
        new float[] {0, 0, 7, 0, 0, 0}, backward(Rectifier.RELU6, RectifierRule.GUIDED, x, g));
  }

  @Test
  void redirectionOnlyHelpsWhereNothingPasses() {
    float[] some = {-1, 2};
    assertArrayEquals(
        new float[] {0, 7}, backward(Rectifier.RELU6, RectifierRule.REDIRECTED, some, 5, 7));
    float[] none = {-1, -1, 8, 8};
    assertArrayEquals(
        new float[] {5, 0, 0, -9},
        backward(Rectifier.RELU6, RectifierRule.REDIRECTED, none, 5, -5, 9, -9));
  }

  @Test
  void whatDoesNotFitIsSaid() {
    Convolution convolution = OperationGradientTest.convolution(Window.POINT, 3, 4);
    InvalidInputException channels =
        assertThrows(
            InvalidInputException.class,
            () -> convolution.outputShape(List.of(new ImageShape(2, 5, 5))));
    assertEquals("the weights are for 3 channels where the input has 2", channels.getMessage());
    Operation pooling = new MaxPooling(Window.of(5, 5, 1, Padding.VALID));
    assertThrows(
        InvalidInputException.class, () -> pooling.outputShape(List.of(new ImageShape(1, 4, 9))));
    assertThrows(
        InvalidInputException.class,
        () ->
            Addition.OF_ALL.outputShape(List.of(new ImageShape(1, 4, 9), new ImageShape(2, 4, 9))));
  }
}
