package io.github.unitscope.visualize.dataexamples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.ArrayImages;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataExamplesTest {
  /** Two pixels; unit 0 has the first as its pre-activation, unit 1 minus twice the second. */
  private static final LogisticStack NETWORK =
      RandomNetworks.single(1, 2, new float[] {1, 0}, new float[] {0, -2});

  private static ExampleSettings settings(int perGroup, int most, int along) {
    return new ExampleSettings(
        Quantity.PREACTIVATION,
        ChannelReduction.UNIT,
        perGroup,
        most,
        along,
        ExampleSettings.DEFAULTS.threshold());
  }

  private static List<UnitExamples> find(
      Network network,
      ArrayImages images,
      ExampleSettings settings,
      int threads,
      Integer... units) {
    try (Workers workers = new Workers(threads)) {
      return DataExamples.find(
          network, 1, List.of(units), images, settings, Seed.root(3), workers, done -> {});
    }
  }

  private static ArrayImages firstPixels(double... values) {
    float[][] images = new float[values.length][];
    for (int i = 0; i < images.length; i++) {
      images[i] = new float[] {(float) values[i], i};
    }
    return new ArrayImages(ImageShape.grey(1, 2), images);
  }

  private static int[] indices(List<Example> examples) {
    return examples.stream().mapToInt(Example::image).toArray();
  }

  @Test
  void theFourGroupsOfElevenImages() {
    ArrayImages images = firstPixels(3, -1, 0.5, -4, 0, 7, -0.25, 2, -3, 5, 1);
    UnitExamples unit = find(NETWORK, images, settings(2, 3, 4), 1, 0).get(0);
    assertArrayEquals(new int[] {5, 9, 0}, indices(unit.maximum()));
    assertArrayEquals(new int[] {3, 8}, indices(unit.minimum()));
    assertArrayEquals(new int[] {6, 1}, indices(unit.slightlyNegative()));
    assertArrayEquals(new int[] {2, 10}, indices(unit.slightlyPositive()));
    assertEquals(7, unit.maximum().get(0).value());
    assertEquals(6, unit.above());
    assertEquals(11, Arrays.stream(unit.histogram().counts()).sum());
  }

  @Test
  void noImageIsInTwoGroupsAndExactZeroIsInNeitherOfTheMiddleOnes() {
    UnitExamples unit = find(NETWORK, firstPixels(0, 1, -1), settings(2, 2, 2), 1, 0).get(0);
    assertArrayEquals(new int[] {1, 0}, indices(unit.maximum()));
    assertArrayEquals(new int[] {2}, indices(unit.minimum()));
    assertEquals(List.of(), unit.slightlyNegative());
    assertEquals(List.of(), unit.slightlyPositive());
  }

  @Test
  void equalValuesAreBrokenByIndexAndEqualPicturesShownOnce() {
    float[][] pixels = {{2, 0}, {2, 1}, {2, 0}, {2, 2}, {1, 0}, {2, 1}};
    ArrayImages images = new ArrayImages(ImageShape.grey(1, 2), pixels);
    UnitExamples unit = find(NETWORK, images, settings(2, 4, 2), 1, 0).get(0);
    assertArrayEquals(new int[] {0, 1, 3, 4}, indices(unit.maximum()));
    assertEquals(6, unit.above());
  }

  @Test
  void imagesAlongTheRangeLieAtEqualDistances() {
    double[] values = IntStream.range(0, 1001).mapToDouble(i -> (i * 37 % 1001) / 100.0).toArray();
    UnitExamples unit = find(NETWORK, firstPixels(values), settings(1, 1, 6), 1, 0).get(0);
    for (int i = 0; i < 6; i++) {
      assertEquals(2.0 * i, unit.along().get(i).value(), unit.histogram().width());
    }
    assertEquals(0f, unit.along().get(0).value());
    assertEquals(10f, unit.along().get(5).value());
  }

  @Test
  void aConstantUnitHasOneValueAndStillExamples() {
    float[][] pixels = {{4, 0}, {4, 1}, {4, 2}};
    ArrayImages images = new ArrayImages(ImageShape.grey(1, 2), pixels);
    UnitExamples unit = find(NETWORK, images, settings(1, 1, 5), 1, 0).get(0);
    assertArrayEquals(new long[] {3}, unit.histogram().counts());
    assertEquals(0, unit.maximum().get(0).image());
    assertEquals(1, unit.minimum().get(0).image());
  }

  @Test
  void sameForAnyNumberOfThreadsAndForUnitsAlone() {
    ImageShape shape = ImageShape.grey(4, 5);
    LogisticStack network = RandomNetworks.stack(shape, Seed.root(1), 3, 12);
    ArrayImages images =
        new ArrayImages(shape, RandomValues.rows(Seed.root(2), 1500, shape.size(), 1));
    List<UnitExamples> one = find(network, images, settings(4, 9, 9), 1, 3, 7, 11);
    List<UnitExamples> many = find(network, images, settings(4, 9, 9), 3, 3, 7, 11);
    List<UnitExamples> alone = find(network, images, settings(4, 9, 9), 2, 7);
    for (int i = 0; i < 3; i++) {
      assertSame(one.get(i), many.get(i));
    }
    assertSame(one.get(1), alone.get(0));
    assertTrue(one.get(0).along().size() == 9 && one.get(0).minimum().size() == 4);
  }

  private static void assertSame(UnitExamples a, UnitExamples b) {
    assertEquals(a.maximum(), b.maximum());
    assertEquals(a.minimum(), b.minimum());
    assertEquals(a.slightlyNegative(), b.slightlyNegative());
    assertEquals(a.slightlyPositive(), b.slightlyPositive());
    assertEquals(a.along(), b.along());
    assertArrayEquals(a.histogram().counts(), b.histogram().counts());
    assertEquals(a.histogram().start(), b.histogram().start());
  }

  @Test
  void wrongImagesUnitsAndValuesAreTold() {
    ArrayImages wrong = new ArrayImages(ImageShape.grey(2, 2), new float[][] {{1, 2, 3, 4}});
    ArrayImages none = new ArrayImages(ImageShape.grey(1, 2), new float[0][]);
    ExampleSettings defaults = ExampleSettings.DEFAULTS;
    assertThrows(InvalidInputException.class, () -> find(NETWORK, wrong, defaults, 1, 0));
    assertThrows(InvalidInputException.class, () -> find(NETWORK, none, defaults, 1, 0));
    assertThrows(InvalidInputException.class, () -> find(NETWORK, firstPixels(1), defaults, 1, 2));
    assertThrows(
        InvalidInputException.class, () -> find(NETWORK, firstPixels(Double.NaN), defaults, 1, 0));
    assertThrows(InvalidInputException.class, () -> settings(0, 1, 2));
    assertThrows(InvalidInputException.class, () -> settings(2, 1, 2));
  }
}
