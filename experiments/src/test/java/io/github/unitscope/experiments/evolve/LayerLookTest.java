package io.github.unitscope.experiments.evolve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two filters of 2×2 over an image of 3×3, worked by hand. */
class LayerLookTest {
  private static final float[][] FILTERS = {{1, 2, -1, 0.5f}, {-1, -1, -1, -1}};
  private static final List<float[]> IMAGES =
      List.of(
          new float[] {0, 0, 0, 0, 0, 0, 0, 0.5f, 0}, new float[] {0, 0, 0, 0.2f, 1, 0, 0, 0, 0});

  private static LayerFrame look(Operation nonlinearity, boolean rectified) {
    Matrix weights = Matrix.zeros(4, 2);
    for (int filter = 0; filter < 2; filter++) {
      for (int i = 0; i < 4; i++) {
        weights.set(i, filter, FILTERS[filter][i]);
      }
    }
    Window window = new Window(2, 2, 1, 1, 1, 1, Padding.of(0, 0));
    Convolution convolution = new Convolution(window, 1, weights, new float[2]);
    ConvNetwork network =
        new ConvNetwork(
            ImageShape.grey(3, 3),
            InputDeclaration.UNIT,
            List.of(new Node("conv", List.of(0), convolution, nonlinearity)),
            List.of());
    return new LayerLook(network, network.layer("conv"), rectified).at(IMAGES);
  }

  /** Unit (1, 0) of channel 0 sees 0.2·1 + 1·2 in the second image, more than any other. */
  @Test
  void theStrongestActivationGoesBackThroughItsFilter() {
    LayerFrame frame = look(new Rectifier(Double.POSITIVE_INFINITY, 0), true);
    assertArrayEquals(new float[] {0.3f, 0, 2.2f, 1, 0, 0, 0, 0}, rounded(frame.activations()[1]));
    assertEquals(1, frame.strongestImage()[0]);
    assertEquals(2, frame.strongestUnit()[0]);
    float a = 2.2f;
    assertArrayEquals(
        new float[] {0, 0, 0, a, 2 * a, 0, -a, 0.5f * a, 0}, frame.projections()[0], 1e-5f);
  }

  /** Channel 1 is never on: its deconvnet picture is empty. */
  @Test
  void aDeadChannelGoesBackToNothing() {
    LayerFrame frame = look(new Rectifier(Double.POSITIVE_INFINITY, 0), true);
    assertEquals(1, frame.strongestUnit()[1] / 4);
    assertArrayEquals(new float[9], frame.projections()[1]);
  }

  @Test
  void withoutRectifiedUnitsItIsTheGradientOfThePreactivation() {
    LayerFrame frame = look(ActivationFunction.TANH, false);
    assertEquals(Math.tanh(2.2), frame.activations()[1][2], 1e-6);
    assertArrayEquals(new float[] {0, 0, 0, 1, 2, 0, -1, 0.5f, 0}, frame.projections()[0], 1e-6f);
  }

  private static float[] rounded(float[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = Math.round(values[i] * 1e4f) / 1e4f;
    }
    return rounded;
  }
}
