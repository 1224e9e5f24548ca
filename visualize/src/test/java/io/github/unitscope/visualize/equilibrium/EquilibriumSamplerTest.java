package io.github.unitscope.visualize.equilibrium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EquilibriumSamplerTest {
  private static final List<Integer> UNITS = List.of(0, 1, 2, 3, 4, 5);
  private static final float[][] NOISE = new float[0][];

  /** All units off: images of a single kind. */
  private static final float[][] OFF = new float[1][TwoModes.VISIBLE];

  private static final int SEEDS = 200;

  private static final EquilibriumSettings SETTINGS =
      new EquilibriumSettings(256, 16, 64, 32, 10, 3000);

  private static List<UnitCertificate> certify(
      Dbn dbn, EquilibriumSettings settings, float[][] starts, long seed, int threads) {
    return certify(dbn, settings, starts, seed, threads, UNITS);
  }

  private static List<UnitCertificate> certify(
      Dbn dbn,
      EquilibriumSettings settings,
      float[][] starts,
      long seed,
      int threads,
      List<Integer> units) {
    try (Workers workers = new Workers(threads)) {
      EquilibriumSampler sampler = new EquilibriumSampler(dbn, settings, workers);
      LayerBank bank = sampler.bank(1, starts, Seed.root(seed), done -> {});
      return sampler.certify(bank, units, Seed.root(seed), done -> {});
    }
  }

  @Test
  void unitsOfAMachineWithTwoModesAreCertifiedAndRight() {
    for (UnitCertificate unit : certify(TwoModes.network(12, 0), SETTINGS, OFF, 1, 2)) {
      assertTrue(unit.certified(), unit.unit() + ": " + unit.doubts());
      double[] exact = TwoModes.means(unit.unit());
      for (UnitEstimate road : List.of(unit.bank(), unit.ladder())) {
        for (int i = 0; i < exact.length; i++) {
          assertEquals(exact[i], road.mean()[i], 4.7 * road.meanError()[i], "pixel " + i);
        }
        Estimate logOn = new Estimate(TwoModes.logOn(unit.unit()), 0);
        assertTrue(road.logOn().distance(logOn) < 5, road.logOn() + " is not " + logOn);
      }
    }
  }

  /** Chains that stay where they begin are all alike if they begin alike: R̂ does not see it. */
  @Test
  void plainGibbsSamplingIsRefused() {
    EquilibriumSettings few = new EquilibriumSettings(256, 16, 64, 32, 10, 300);
    for (UnitCertificate unit : certify(TwoModes.network(2, 0), few, NOISE, 2, 2)) {
      assertFalse(unit.certified());
      assertTrue(unit.doubts().contains(Doubt.NOT_RENEWED), unit.doubts()::toString);
    }
  }

  /** From a lowest rung that is always on, the mode that is off is not found. */
  @Test
  void aLadderFromWhichAModeWasCutIsRefused() {
    EquilibriumSettings few = new EquilibriumSettings(256, 16, 64, 32, 10, 300);
    for (UnitCertificate unit : certify(TwoModes.network(12, 12), few, OFF, 3, 2)) {
      assertFalse(unit.certified(), "unit " + unit.unit());
    }
  }

  @Test
  void theSameBitsForAnyNumberOfThreadsAndAmongOtherUnits() {
    EquilibriumSettings few = new EquilibriumSettings(256, 4, 8, 4, 2, 100);
    Dbn dbn = TwoModes.network(6, 0);
    List<UnitCertificate> one = certify(dbn, few, OFF, 4, 1);
    List<UnitCertificate> three = certify(dbn, few, OFF, 4, 3);
    for (int unit : UNITS) {
      assertArrayEquals(one.get(unit).bank().mean(), three.get(unit).bank().mean());
      assertArrayEquals(one.get(unit).ladder().mean(), three.get(unit).ladder().mean());
      assertEquals(one.get(unit).ladder().logOn(), three.get(unit).ladder().logOn());
    }
    try (Workers workers = new Workers(2)) {
      EquilibriumSampler sampler = new EquilibriumSampler(dbn, few, workers);
      LayerBank bank = sampler.bank(1, OFF, Seed.root(4), done -> {});
      UnitCertificate alone = sampler.certify(bank, List.of(3), Seed.root(4), done -> {}).get(0);
      assertArrayEquals(one.get(3).ladder().mean(), alone.ladder().mean());
      assertEquals(one.get(3).bank().logOn(), alone.bank().logOn());
    }
  }

  @Test
  void aLayerWithoutALadderIsRefused() {
    Dbn dbn = new Dbn(ImageShape.grey(1, TwoModes.VISIBLE), TwoModes.network(3, 0).tiedLayers());
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> certify(dbn, SETTINGS, NOISE, 1, 1));
    assertEquals("layer 1 has no ladder: train the model with --algorithm ptt", e.getMessage());
  }

  /** Errors are worth what they say, of both roads, for the mean of a pixel and log p(h = 1). */
  @Tag("slow")
  @Test
  void errorsCoverTheTruthAtTheirRate() {
    EquilibriumSettings brief = new EquilibriumSettings(256, 4, 32, 16, 10, 2000);
    double mean = TwoModes.means(1)[4];
    assertTrue(mean > 0.3 && mean < 0.95, "both modes are in it: " + mean);
    Estimate exact = new Estimate(mean, 0);
    Estimate exactOn = new Estimate(TwoModes.logOn(1), 0);
    List<List<Double>> distances = List.of(list(), list(), list(), list());
    for (int seed = 0; seed < SEEDS; seed++) {
      UnitCertificate unit =
          certify(TwoModes.network(10, 0), brief, NOISE, seed, 2, List.of(1)).get(0);
      distances.get(0).add(pixel(unit.bank()).distance(exact));
      distances.get(1).add(pixel(unit.ladder()).distance(exact));
      distances.get(2).add(unit.bank().logOn().distance(exactOn));
      distances.get(3).add(unit.ladder().logOn().distance(exactOn));
    }
    for (List<Double> of : distances) {
      assertEquals(0.68, share(of, 1), 0.12, distances.indexOf(of) + " within one error");
      assertEquals(0.95, share(of, 2), 0.06, distances.indexOf(of) + " within two errors");
    }
  }

  private static List<Double> list() {
    return new ArrayList<>();
  }

  private static Estimate pixel(UnitEstimate road) {
    return new Estimate(road.mean()[4], road.meanError()[4]);
  }

  private static double share(List<Double> distances, double within) {
    return distances.stream().filter(d -> d <= within).count() / (double) distances.size();
  }
}
