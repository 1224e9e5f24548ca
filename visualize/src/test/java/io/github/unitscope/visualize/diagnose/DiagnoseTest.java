package io.github.unitscope.visualize.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnoseTest {
  private static final ImageShape SQUARE = ImageShape.grey(11, 11);

  /** A wave along x of so many cycles a pixel. */
  private static float[] wave(double frequency) {
    float[] filter = new float[SQUARE.size()];
    for (int i = 0; i < filter.length; i++) {
      filter[i] = (float) Math.cos(2 * Math.PI * frequency * (i % 11 - 5));
    }
    return filter;
  }

  @Test
  void energyOfAWaveLiesAtItsFrequency() {
    FilterSpectrum middle = FilterSpectrum.of(SQUARE, wave(0.2), 1);
    assertTrue(middle.low() < 0.05 && middle.high() < 0.05, middle.extreme() + "");
    float[] power = middle.power();
    int best = 0;
    double sum = 0;
    for (int i = 0; i < power.length; i++) {
      best = power[i] > power[best] ? i : best;
      sum += power[i];
    }
    assertEquals(1, sum, 1e-5);
    assertEquals(32, best / FilterSpectrum.GRID);
    assertEquals(0.2 * 64, Math.abs(best % FilterSpectrum.GRID - 32), 1);
  }

  @Test
  void constantIsLowAndACheckerboardIsHigh() {
    assertTrue(FilterSpectrum.of(SQUARE, wave(0), 1).low() > 0.5);
    assertTrue(FilterSpectrum.of(SQUARE, wave(0.5), 1).high() > 0.9);
  }

  @Test
  void strideCannotCarryWhatIsAboveHalfOfItsRate() {
    assertEquals(0, FilterSpectrum.of(SQUARE, wave(0.4), 1).aliased());
    assertTrue(FilterSpectrum.of(SQUARE, wave(0.4), 2).aliased() > 0.9);
    assertTrue(FilterSpectrum.of(SQUARE, wave(0.1), 2).aliased() < 0.1);
    assertTrue(FilterSpectrum.of(SQUARE, wave(0.2), 4).aliased() > 0.8);
  }

  @Test
  void zeroFilterHasNoShares() {
    FilterSpectrum spectrum = FilterSpectrum.of(SQUARE, new float[SQUARE.size()], 2);
    assertTrue(spectrum.isZero());
    assertEquals(0, spectrum.extreme() + spectrum.aliased());
  }

  @Test
  void equalFiltersAreFoundWhateverTheirScaleAndSign() {
    float[][] filters = {{1, 2, 3}, {0, 1, 0}, {-2, -4, -6}, {0, 1, 0.1f}};
    List<EqualFilters> pairs = EqualFilters.among(filters, 0.95);
    assertEquals(2, pairs.size());
    assertEquals(new EqualFilters(0, 2, -1), pairs.get(0));
    assertEquals(3, pairs.get(1).second());
  }

  private record Noise(ImageShape shape, int size) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = Seed.root(index).stream();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = random.nextFloat();
      }
    }
  }

  @Test
  void activityIsThatOfAllImagesForAnyNumberOfThreads() {
    // Unit 0 adds two pixels up, unit 1 sees nothing and stays at 1/2.
    float[][] weights = new float[6][2];
    weights[0][0] = 3;
    weights[5][0] = -3;
    LogisticStack network = RandomNetworks.single(2, 3, weights);
    Noise images = new Noise(network.inputShape(), 150);
    LayerActivity one = look(network, images, 1);
    LayerActivity two = look(network, images, 2);
    assertArrayEquals(one.mean(), two.mean());
    assertEquals(UnitState.ALIVE, one.state(0));
    assertEquals(UnitState.CONSTANT, one.state(1));
    assertEquals(1, one.count(UnitState.CONSTANT));
    assertEquals(0.5, one.mean()[1], 1e-7);
    double sum = 0;
    double greatest = 0;
    float[] pixels = new float[6];
    for (int i = 0; i < 150; i++) {
      images.read(i, pixels);
      double value = 1 / (1 + Math.exp(-3 * (pixels[0] - pixels[5])));
      sum += value;
      greatest = Math.max(greatest, value);
    }
    assertEquals(sum / 150, one.mean()[0], 1e-5);
    assertEquals(greatest, one.greatest()[0], 1e-5);
    assertEquals(1, one.onShare()[0]);
  }

  private static LayerActivity look(LogisticStack network, ImageSet images, int threads) {
    try (Workers workers = new Workers(threads)) {
      return LayerActivity.of(network, network.layers(), images, workers, shown -> {}).get(0);
    }
  }

  @Test
  void whatIsAlwaysZeroIsDead() {
    LayerActivity activity =
        new LayerActivity(
            Layer.flat(1, "relu", 3),
            new double[] {0, 0, -2},
            new double[] {0, 5, 0},
            new double[3],
            new double[3]);
    assertEquals(UnitState.DEAD, activity.state(0));
    assertEquals(UnitState.ALIVE, activity.state(1));
    assertEquals(UnitState.ALIVE, activity.state(2));
  }
}
