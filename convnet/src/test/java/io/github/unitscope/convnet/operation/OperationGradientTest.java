package io.github.unitscope.convnet.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation's gradient against central differences of its forward pass. */
class OperationGradientTest {
  private static final ImageShape IMAGE = new ImageShape(3, 7, 6);
  private static final Seed SEED = Seed.root(3);

  /** No value lies so close to a kink that a difference crosses it. */
  private static final double STEP = 0.01;

  private static final double DISTANCE_FROM_KINKS = 0.03;

  static Stream<Arguments> operations() {
    Window strided = Window.of(3, 3, 2, Padding.SAME);
    Window dilated = new Window(3, 2, 1, 2, 2, 3, new Padding(false, 2, 1, 0, 3));
    Window beyond = new Window(3, 3, 2, 1, 9, 4000, Padding.SAME);
    Window valid = Window.of(3, 3, 1, Padding.VALID);
    return Stream.of(
        of("point", convolution(Window.POINT, 3, 4)),
        of("valid", convolution(valid, 3, 4)),
        of("same, stride", convolution(strided, 3, 4)),
        of("dilated, uneven padding", convolution(dilated, 3, 2)),
        of("large stride", convolution(Window.of(2, 2, 3, Padding.VALID), 3, 2)),
        of("depthwise", depthwise(Window.of(3, 3, 1, Padding.SAME), 3, 1)),
        of("depthwise, multiplier, stride", depthwise(strided, 3, 2)),
        of("depthwise, dilated", depthwise(dilated, 3, 1)),
        of(
            "depthwise, stride over the kernel",
            depthwise(Window.of(2, 1, 3, Padding.of(1, 2)), 3, 1)),
        of("depthwise, numbers beyond the image", depthwise(beyond, 3, 2)),
        of("numbers beyond the image", convolution(beyond, 3, 2)),
        of("scale", new ChannelAffine(vector(3, 1), vector(3, 2))),
        of("max", new MaxPooling(Window.of(2, 2, 2, Padding.VALID))),
        of("max, overlapping, same", new MaxPooling(Window.of(3, 3, 2, Padding.SAME))),
        of("average", new AveragePooling(Window.of(2, 3, 2, Padding.VALID), false)),
        of("average, same, inside", new AveragePooling(strided, false)),
        of("average, padded", new AveragePooling(Window.of(3, 3, 1, Padding.of(1, 1)), true)),
        of("global average", GlobalPooling.AVERAGE),
        of("global maximum", GlobalPooling.MAXIMUM),
        of("ReLU", Rectifier.RELU),
        of("ReLU1", new Rectifier(1, 0)),
        of("leaky ReLU", new Rectifier(Double.POSITIVE_INFINITY, 0.2)),
        of("tanh", ActivationFunction.TANH),
        of("sigmoid", ActivationFunction.SIGMOID),
        of("ELU", ActivationFunction.ELU),
        of("SELU", ActivationFunction.SELU),
        of("softplus", ActivationFunction.SOFTPLUS),
        of("softsign", ActivationFunction.SOFTSIGN),
        of("swish", ActivationFunction.SWISH),
        of("softmax", Softmax.OVER_CHANNELS),
        of("flatten first", Reshape.flatten(ChannelOrder.CHANNELS_FIRST)),
        of("flatten last", Reshape.flatten(ChannelOrder.CHANNELS_LAST)),
        of("reshape", new Reshape(new ImageShape(6, 3, 7), ChannelOrder.CHANNELS_LAST)),
        of("zero padding", new ZeroPadding(new Padding(false, 1, 0, 2, 3))),
        of("identity", Identity.OF_INPUT),
        Arguments.of("add", Addition.OF_ALL, List.of(IMAGE, IMAGE, IMAGE)),
        Arguments.of(
            "concatenate", Concatenation.OF_CHANNELS, List.of(IMAGE, new ImageShape(2, 7, 6))));
  }

  private static Arguments of(String name, Operation operation) {
    return Arguments.of(name, operation, List.of(IMAGE));
  }

  static Convolution convolution(Window window, int inputs, int outputs) {
    Matrix weights = random(inputs * window.size(), outputs, 4);
    return new Convolution(window, inputs, weights, vector(outputs, 5));
  }

  static DepthwiseConvolution depthwise(Window window, int inputs, int multiplier) {
    float[][] kernels = random(inputs * multiplier, window.size(), 6).toRows();
    return new DepthwiseConvolution(window, multiplier, kernels, vector(inputs * multiplier, 7));
  }

  private static float[] vector(int count, int purpose) {
    return random(1, count, purpose).toRows()[0];
  }

  private static Matrix random(int rows, int columns, int purpose) {
    SplitMix64 random = SEED.derive(purpose).stream();
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix.set(row, column, awayFromKinks(random.nextGaussian()));
      }
    }
    return matrix;
  }

  private static float awayFromKinks(double value) {
    for (double kink : new double[] {0, 1}) {
      if (Math.abs(value - kink) < DISTANCE_FROM_KINKS) {
        return (float) (kink + Math.copySign(DISTANCE_FROM_KINKS, value - kink));
      }
    }
    return (float) value;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void gradientIsThatOfDifferences(String name, Operation operation, List<ImageShape> shapes) {
    List<Matrix> inputs = new ArrayList<>();
    List<Gradient> gradients = new ArrayList<>();
    for (ImageShape shape : shapes) {
      inputs.add(random(Shapes.places(shape), shape.channels(), 10 + inputs.size()));
      // Not zero: gradients are added to what is there.
      Gradient gradient = new Gradient(Shapes.zeros(shape));
      gradient
          .matrix()
          .copyFrom(random(Shapes.places(shape), shape.channels(), 20 + inputs.size()));
      gradients.add(gradient);
    }
    List<float[][]> before =
        gradients.stream().map(gradient -> gradient.matrix().toRows()).toList();
    OperationKernel kernel = operation.prepare(shapes);
    Matrix output = Shapes.zeros(operation.outputShape(shapes));
    Matrix weights = random(output.rows(), output.columns(), 30);
    kernel.forward(inputs, output);
    Matrix signal = Matrix.zeros(weights.rows(), weights.columns());
    signal.copyFrom(weights);
    kernel.backward(inputs, output, signal, gradients, RectifierRule.GRADIENT);
    for (int i = 0; i < inputs.size(); i++) {
      float[][] found = gradients.get(i).matrix().toRows();
      Matrix input = inputs.get(i);
      for (int row = 0; row < input.rows(); row++) {
        for (int column = 0; column < input.columns(); column++) {
          float x = input.get(row, column);
          input.set(row, column, (float) (x + STEP));
          double above = value(kernel, inputs, output, weights);
          input.set(row, column, (float) (x - STEP));
          double below = value(kernel, inputs, output, weights);
          input.set(row, column, x);
          double expected = (above - below) / (2 * STEP);
          assertEquals(
              expected,
              found[row][column] - before.get(i)[row][column],
              3e-3 * Math.max(1, Math.abs(expected)),
              () -> name);
        }
      }
    }
  }

  private static double value(
      OperationKernel kernel, List<Matrix> inputs, Matrix output, Matrix weights) {
    kernel.forward(inputs, output);
    double sum = 0;
    for (int row = 0; row < output.rows(); row++) {
      for (int column = 0; column < output.columns(); column++) {
        sum += (double) weights.get(row, column) * output.get(row, column);
      }
    }
    return sum;
  }
}
