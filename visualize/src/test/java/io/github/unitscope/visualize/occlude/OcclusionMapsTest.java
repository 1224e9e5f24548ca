package io.github.unitscope.visualize.occlude;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.TinyConvnet;
import io.github.unitscope.visualize.occlude.OcclusionMaps.Question;
import io.github.unitscope.visualize.select.UnitResponses;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OcclusionMapsTest {
  private static final Fill BLACK = new Fill(0.0);

  /**
   * Filter 0 is the pixel itself and filter 1 half of it. Class 0 has a logit of 4 times the lower
   * left maximum of filter 0, class 1 always has logit 0.
   */
  private static TinyConvnet network() {
    float[][] kernels = {{0, 0, 0, 0, 1, 0, 0, 0, 0}, {0, 0, 0, 0, 0.5f, 0, 0, 0, 0}};
    float[][] classes = new float[2][8];
    classes[0][2] = 4;
    classes[1][2] = 1;
    return new TinyConvnet(4, 4, kernels, classes, true);
  }

  /** Bright at row 3, column 0 and at row 0, column 3. */
  private static float[] image() {
    float[] image = new float[16];
    image[12] = 1;
    image[3] = 0.5f;
    return image;
  }

  private static OcclusionMap map(Measure measure) {
    Occluder occluder = new Occluder(ImageShape.grey(4, 4), 1, 1);
    try (Workers workers = new Workers(1)) {
      return new OcclusionMaps(network(), occluder, BLACK, workers)
          .of(List.of(new Question(image(), List.of(measure))), done -> {})
          .get(0)
          .get(measure);
    }
  }

  @Test
  void aProbabilityFallsWhereItsPixelIsCovered() {
    OcclusionMap map = map(Measure.unit(network().probabilities(), 0));
    double seen = 1 / (1 + Math.exp(1 - 4));
    double[] expected = new double[16];
    Arrays.fill(expected, seen);
    expected[12] = 0.5;
    assertArrayEquals(expected, map.values(), 1e-6);
    assertEquals(seen, map.uncovered(), 1e-6);
    assertEquals(12, map.lowest());
  }

  @Test
  void theTotalOfAMapLosesWhatIsCovered() {
    OcclusionMap map = map(Measure.total(network().layer(1), 1));
    double[] expected = new double[16];
    Arrays.fill(expected, 0.75);
    expected[12] = 0.25;
    expected[3] = 0.5;
    assertArrayEquals(expected, map.values(), 1e-6);
    assertEquals(0.75, map.uncovered());
  }

  @Test
  void theMostProbableClassIsNamedByItsNumber() {
    float[][] classes = new float[2][8];
    classes[0][1] = 1;
    classes[1][2] = 1;
    TinyConvnet network = new TinyConvnet(4, 4, network().kernels(), classes, true);
    Measure mostProbable = Measure.highest(network.probabilities());
    try (Workers workers = new Workers(1)) {
      OcclusionMap map =
          new OcclusionMaps(network, new Occluder(ImageShape.grey(4, 4), 1, 1), BLACK, workers)
              .of(List.of(new Question(image(), List.of(mostProbable))), done -> {})
              .get(0)
              .get(mostProbable);
      double[] expected = new double[16];
      Arrays.fill(expected, 1);
      expected[12] = 0;
      assertArrayEquals(expected, map.values());
    }
  }

  @Test
  void aUnitOfABeliefNetworkIsSeenUnderEveryPosition() {
    ImageShape shape = ImageShape.grey(5, 4);
    LogisticStack network = RandomNetworks.stack(shape, Seed.root(1), 2, 6, 3);
    float[] image = RandomValues.gaussian(Seed.root(2), 20, 1);
    Occluder occluder = new Occluder(shape, 3, 2);
    Measure unit = Measure.unit(new Readout(2, Quantity.PREACTIVATION), 2);
    for (int threads : new int[] {1, 3}) {
      try (Workers workers = new Workers(threads)) {
        OcclusionMap map =
            new OcclusionMaps(network, occluder, Fill.MEAN, workers)
                .of(
                    List.of(
                        new Question(new float[20], List.of()), new Question(image, List.of(unit))),
                    done -> {})
                .get(1)
                .get(unit);
        float[][] covered = new float[occluder.positions()][20];
        for (int i = 0; i < covered.length; i++) {
          occluder.cover(image, i, Fill.MEAN.of(image, shape), covered[i]);
        }
        int[] units = new int[covered.length];
        Arrays.fill(units, 2);
        assertArrayEquals(
            UnitResponses.of(network, covered, 2, units).preactivations(), map.values());
      }
    }
  }

  @Test
  void theMapAtTheSizeOfTheImageRepeatsTheNearestPosition() {
    Occluder occluder = new Occluder(ImageShape.grey(2, 4), 1, 2);
    OcclusionMap map = new OcclusionMap(occluder, new double[] {5, 7}, 9);
    assertArrayEquals(new float[] {5, 5, 7, 7, 5, 5, 7, 7}, map.atImageSize());
  }

  @Test
  void aSquareThatNoImageMayHaveIsRefused() {
    Occluder occluder = new Occluder(ImageShape.grey(4, 4), 1, 1);
    try (Workers workers = new Workers(1)) {
      assertThrows(
          InvalidInputException.class,
          () -> new OcclusionMaps(network(), occluder, new Fill(-1.0), workers));
    }
  }
}
