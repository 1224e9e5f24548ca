package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  private static Tile tile(float... values) {
    return new Tile(values, "", false);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-30, 0.3, 1, 7e20})
  void zeroIsGreyAndOppositeValuesAreEquallyFarFromIt(double limit) {
    assertEquals(128, Scale.SHARED.shade(0, limit));
    Random random = new Random(5);
    int previous = 0;
    for (int i = 0; i < 1000; i++) {
      double value = limit * 3 * (random.nextDouble() - 0.5);
      int bright = Scale.SHARED.shade(value, limit) - 128;
      int dark = Scale.SHARED.shade(-value, limit) - 128;
      assertTrue(Math.abs(bright + dark) <= 1, value + " of " + limit);
      previous = Math.max(previous, Math.abs(bright));
    }
    assertEquals(127, previous);
  }

  @Test
  void shadesRiseWithValues() {
    for (Scale scale : List.of(Scale.SHARED, Scale.UNIT_INTERVAL)) {
      int previous = 0;
      for (double value = -1.5; value <= 1.5; value += 0.001) {
        int shade = scale.shade(value, 1);
        assertTrue(shade >= previous && shade <= 255);
        previous = shade;
      }
      assertEquals(255, previous);
    }
    assertEquals(0, Scale.UNIT_INTERVAL.shade(0, 1));
  }

  @Test
  void theLimitIsTheGreatestAbsoluteValueOrAQuantileOfThem() {
    float[] values = new float[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? i + 1 : -i - 1;
    }
    assertEquals(1000, Scale.PER_TILE.limit(List.of(tile(values))));
    assertEquals(995, Scale.SHARED.limit(List.of(tile(values))));
    assertEquals(0.005, Scale.SHARED.clippedShare(List.of(tile(values)), 995), 1e-12);
  }

  @Test
  void valuesThatAreHardlyEverNotZeroAreStillSeen() {
    float[] values = new float[1000];
    values[3] = -2;
    assertEquals(2, Scale.SHARED.limit(List.of(tile(values))));
    assertEquals(1, Scale.SHARED.limit(List.of(tile(new float[10]))));
    assertEquals(1, Scale.SHARED.limit(List.of(tile(Float.NaN))));
  }

  @Test
  void whatLiesBelowZeroIsBeyondTheUnitInterval() {
    Tile tile = tile(-0.5f, 0, 0.5f, 1.5f);
    assertEquals(0.5, Scale.UNIT_INTERVAL.clippedShare(List.of(tile), 1));
    Panel panel = new Panel("t", "", ImageShape.grey(2, 2), List.of(tile), 1, Scale.UNIT_INTERVAL);
    assertEquals(
        List.of("50.0 % of the values are clipped"), Legend.lines(panel, Legend.limits(panel)));
  }

  @Test
  void printedLimitsAreThoseOfTheDataToThreeDigits() {
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      double value = Math.pow(10, 16 * random.nextDouble() - 8);
      assertEquals(value, Double.parseDouble(Legend.number(value)), 0.0051 * value);
    }
    assertEquals("0.758", Legend.number(0.7581));
    Panel panel =
        new Panel("t", "", ImageShape.grey(1, 2), List.of(tile(-0.25f, 0.1f)), 1, Scale.SHARED);
    assertEquals(List.of("−0.250", "0", "+0.250"), Legend.barNumbers(panel, Legend.limits(panel)));
  }

  @Test
  void panelsAndScalesThatMakeNoSenseAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Scale(Scale.Kind.SYMMETRIC, false, 1.01));
    assertThrows(
        IllegalArgumentException.class, () -> new Scale(Scale.Kind.SYMMETRIC, false, Double.NaN));
    ImageShape shape = ImageShape.grey(2, 2);
    assertThrows(
        IllegalArgumentException.class,
        () -> new Panel("t", "", shape, List.of(tile(1)), 1, Scale.SHARED));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Panel("t", "", shape, List.of(), 1, Scale.SHARED));
  }

  @Test
  void betweenTwoValuesBlackAndWhiteAreThese() {
    Scale scale = Scale.between(-3, 5);
    double limit = scale.limit(List.of(tile(100)));
    assertEquals(0, scale.shade(-3, limit));
    assertEquals(255, scale.shade(5, limit));
    assertEquals(Math.round(255 * 2 / 8.0), scale.shade(-1, limit));
    assertEquals(0.5, scale.clippedShare(List.of(tile(-3, 5, 6, -4)), limit));
    Panel panel = new Panel("t", "", ImageShape.grey(1, 1), List.of(tile(1)), 1, scale);
    assertEquals(List.of("-3.00", "1.00", "5.00"), Legend.barNumbers(panel, Legend.limits(panel)));
    assertEquals(0, Scale.between(7, 7).shade(7, 7), "one value only is black");
  }
}
