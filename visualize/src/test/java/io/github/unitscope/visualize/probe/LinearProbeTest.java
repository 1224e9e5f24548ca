package io.github.unitscope.visualize.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.visualize.RandomNetworks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinearProbeTest {
  private static final ImageShape SHAPE = ImageShape.grey(4, 5);
  private static final Seed SEED = Seed.root(6);
  private static final LogisticStack NETWORK =
      RandomNetworks.stack(SHAPE, SEED.derive("network"), 1, 30, 15);

  /** Images of noise; where classes are to be told apart, one pixel says which. */
  private record Noise(int size, long seed, boolean separable, int classes) implements ImageSet {
    @Override
    public ImageShape shape() {
      return SHAPE;
    }

    @Override
    public int label(int index) {
      return (int) Math.floorMod(SplitMix64.at(seed, index), (long) classes);
    }

    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = Seed.root(seed).derive(index).stream();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = random.nextFloat();
      }
      if (separable) {
        pixels[label(index)] = 4;
      }
    }
  }

  private static Dataset data(boolean separable, int classes) {
    return new Dataset(
        "noise",
        ValueRange.UNIT_INTERVAL,
        new Noise(300, 1, separable, classes),
        new Noise(150, 2, separable, classes),
        new Noise(200, 3, separable, classes),
        List.of());
  }

  private static Probes run(Dataset data, int threads) {
    try (Workers workers = new Workers(threads)) {
      return LinearProbe.run(
          NETWORK, NETWORK.layers(), data, ProbeSettings.DEFAULTS, SEED, workers, probe -> {});
    }
  }

  @Test
  void gradientOfTheLossIsThatOfDifferences() {
    float[][] rows = new float[20][SHAPE.size()];
    int[] labels = new int[20];
    Noise images = new Noise(20, 4, true, 3);
    for (int i = 0; i < rows.length; i++) {
      images.read(i, rows[i]);
      labels[i] = images.label(i);
    }
    TrainingShards shards = TrainingShards.of(rows, Standardization.of(rows), labels, 3);
    try (Workers workers = new Workers(1)) {
      LogisticLoss loss = new LogisticLoss(shards, 0.1, workers);
      double[] parameters = new double[loss.parameters()];
      SplitMix64 random = SEED.stream();
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = random.nextGaussian() / 3;
      }
      double[] gradient = new double[parameters.length];
      loss.value(parameters, gradient);
      double[] ignored = new double[parameters.length];
      for (int i = 0; i < parameters.length; i++) {
        double x = parameters[i];
        parameters[i] = x + 1e-5;
        double above = loss.value(parameters, ignored);
        parameters[i] = x - 1e-5;
        double below = loss.value(parameters, ignored);
        parameters[i] = x;
        assertEquals((above - below) / 2e-5, gradient[i], 1e-8);
      }
    }
  }

  @Test
  void classesThatOnePixelTellsApartAreToldApart() {
    Probes probes = run(data(true, 3), 2);
    assertEquals(1, probes.layers().get(0).test().share());
    assertTrue(probes.layers().get(1).test().share() > 0.8);
    assertEquals(3, probes.layers().size());
  }

  @Test
  void ofNoiseNothingCanBeSaid() {
    for (LayerProbe probe : run(data(false, 2), 1).layers()) {
      assertTrue(Math.abs(probe.test().share() - 0.5) < 0.15, probe.name());
      assertTrue(probe.test().interval().low() < 0.52 && probe.test().interval().high() > 0.48);
    }
  }

  @Test
  void resultsAreTheSameForAnyNumberOfThreads() {
    List<Integer> one = new ArrayList<>();
    List<Integer> two = new ArrayList<>();
    run(data(true, 4), 1).layers().forEach(probe -> one.add(probe.test().right()));
    run(data(true, 4), 2).layers().forEach(probe -> two.add(probe.test().right()));
    assertEquals(one, two);
  }

  @Test
  void dataThatDoNotFitAreRefused() {
    assertThrows(InvalidInputException.class, () -> run(data(true, 1), 1));
  }
}
