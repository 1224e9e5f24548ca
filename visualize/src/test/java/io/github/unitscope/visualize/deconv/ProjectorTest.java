package io.github.unitscope.visualize.deconv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.TinyConvnet;
import io.github.unitscope.visualize.select.UnitResponses;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectorTest {
  /** Looks at a pixel, and at that to its right by −2. */
  private static final float[] KERNEL = {0, 0, 0, 0, 1, -2, 0, 0, 0};

  private static final float[] IMAGE = {
    1, 0, 0, 0, //
    0, 3, 1, 0, //
    0, 0, 0, 0, //
    0, 0, 2, 0, //
  };

  private static TinyConvnet network(boolean rectified) {
    return new TinyConvnet(4, 4, new float[][] {KERNEL}, new float[][] {new float[4]}, rectified);
  }

  private static List<float[]> project(TinyConvnet network, int layer, int unit) {
    List<RectifierRule> rules =
        List.of(RectifierRule.DECONVNET, RectifierRule.GUIDED, RectifierRule.GRADIENT);
    return project(network, layer, IMAGE, unit, rules);
  }

  private static List<float[]> project(
      TinyConvnet network, int layer, float[] image, int unit, List<RectifierRule> rules) {
    try (Projector projector = new Projector(network, network.layer(layer))) {
      return projector.project(image, unit, rules).projections();
    }
  }

  /**
   * Pre-activations of the upper left 2×2: 1, −6; 0, 3 − 2·1 = 1. Both maxima are 1; the first is
   * the switch.
   */
  @Test
  void goesDownThroughSwitchesAndFilters() {
    float[] lowerRight = new float[16];
    lowerRight[14] = 2;
    lowerRight[15] = -4;
    List<float[]> projections = project(network(true), 2, 3);
    // Units 10, 11, 14, 15 of the map are 0, 0, 2, 0: the switch is 14, its filter 1 and −2.
    assertArrayEquals(lowerRight, projections.get(0));

    float[] upperLeft = new float[16];
    upperLeft[0] = 1;
    upperLeft[1] = -2;
    assertArrayEquals(upperLeft, project(network(true), 2, 0).get(0));
  }

  @Test
  void deconvnetBeginsWithTheActivationAndTheOthersWithOne() {
    List<float[]> projections = project(network(true), 1, 14);
    float[] gradient = new float[16];
    gradient[14] = 1;
    gradient[15] = -2;
    float[] deconvnet = new float[16];
    deconvnet[14] = 2;
    deconvnet[15] = -4;
    assertArrayEquals(deconvnet, projections.get(0));
    assertArrayEquals(gradient, projections.get(1));
    assertArrayEquals(gradient, projections.get(2));
  }

  /** Unit 4 is off: its pre-activation is 0 − 2 · 3. */
  @Test
  void aUnitThatIsOffHasNoDeconvnetAndTheGradientOfItsPreactivation() {
    List<float[]> projections = project(network(true), 1, 4);
    assertArrayEquals(new float[16], projections.get(0));
    float[] gradient = new float[16];
    gradient[4] = 1;
    gradient[5] = -2;
    assertArrayEquals(gradient, projections.get(2));
  }

  @Test
  void rectifiedUnitsBelowFollowTheRule() {
    float[] image = new float[16];
    image[1] = 1;
    image[0] = 1;
    // Units 0, 1, 4, 5: 1 − 2 = −1, 1, 0, 0. The switch of the pool's unit 0 is unit 1.
    TinyConvnet network = network(true);
    List<RectifierRule> rules = List.of(RectifierRule.DECONVNET, RectifierRule.GRADIENT);
    List<float[]> on = project(network, 2, image, 0, rules);
    float[] expected = new float[16];
    expected[1] = 1;
    expected[2] = -2;
    assertArrayEquals(expected, on.get(0));
    assertArrayEquals(expected, on.get(1));
    // Nothing is on in the lower right: the deconvnet of an activation of 0 and the gradient end.
    for (float[] off : project(network, 2, image, 3, rules)) {
      assertArrayEquals(new float[16], off);
    }
  }

  @Test
  void everyProjectionIsOfItsOwnImageAndUnitOnly() {
    try (Projector projector = new Projector(network(true), network(true).layer(1))) {
      List<RectifierRule> gradient = List.of(RectifierRule.GRADIENT);
      projector.project(IMAGE, 14, gradient);
      float[] other = new float[16];
      other[6] = 1;
      float[] expected = new float[16];
      expected[6] = 1;
      expected[7] = -2;
      assertArrayEquals(expected, projector.project(other, 6, gradient).projections().get(0));
    }
  }

  @Test
  void withoutRectifiedUnitsThereIsAGradientAndNoDeconvnet() {
    try (Projector projector = new Projector(network(false), network(false).layer(1))) {
      for (RectifierRule rule : List.of(RectifierRule.DECONVNET, RectifierRule.GUIDED)) {
        InvalidInputException problem =
            assertThrows(InvalidInputException.class, () -> projector.require(rule));
        assertTrue(problem.getMessage().contains("no rectified units"), problem.getMessage());
      }
      float[] gradient = new float[16];
      gradient[4] = 1;
      gradient[5] = -2;
      assertArrayEquals(
          gradient,
          projector.project(IMAGE, 4, List.of(RectifierRule.GRADIENT)).projections().get(0));
    }
  }

  @Test
  void aBeliefNetworkGivesItsGradient() {
    LogisticStack network = RandomNetworks.stack(ImageShape.grey(3, 3), Seed.root(3), 1, 5, 4);
    Layer layer = network.layer(2);
    try (Projector projector = new Projector(network, layer)) {
      assertThrows(InvalidInputException.class, () -> projector.require(RectifierRule.DECONVNET));
      float[] image = RandomValues.gaussian(Seed.root(4), 9, 1);
      float[] gradient =
          projector.project(image, 2, List.of(RectifierRule.GRADIENT)).projections().get(0);
      double slope = 0;
      float[] direction = RandomValues.gaussian(Seed.root(5), 9, 1);
      for (int i = 0; i < 9; i++) {
        slope += gradient[i] * direction[i];
      }
      double step = 1e-2;
      double measured =
          (value(network, image, direction, step) - value(network, image, direction, -step))
              / (2 * step);
      assertTrue(Math.abs(measured - slope) < 1e-3 * Math.max(0.1, Math.abs(slope)));
    }
  }

  private static double value(
      LogisticStack network, float[] image, float[] direction, double step) {
    float[] moved = new float[image.length];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = (float) (image[i] + step * direction[i]);
    }
    return UnitResponses.of(network, new float[][] {moved}, 2, new int[] {2}).preactivations()[0];
  }
}
