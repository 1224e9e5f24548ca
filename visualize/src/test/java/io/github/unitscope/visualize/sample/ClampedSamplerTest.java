package io.github.unitscope.visualize.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.sample.SamplingSettings.TopDown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClampedSamplerTest {
  private static final Seed SEED = Seed.root(8);

  private static SamplingSettings settings(int chains, int burnIn, int samples, int thinning) {
    return new SamplingSettings(chains, burnIn, samples, thinning, TopDown.SAMPLE);
  }

  private static List<UnitSamples> sample(
      TinyBeliefNetwork network,
      SamplingSettings settings,
      int layer,
      List<Integer> units,
      int threads) {
    try (Workers workers = new Workers(threads)) {
      return new ClampedSampler(network, settings, MixingCriterion.DEFAULTS, workers)
          .sample(layer, units, SEED, finished -> {});
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, SAMPLE", "1, 2, SAMPLE", "1, 3, MEAN", "2, 1, SAMPLE", "2, 2, SAMPLE", "2, 3, MEAN",
    "3, 1, SAMPLE", "3, 2, SAMPLE", "3, 3, SAMPLE", "3, 1, MEAN", "3, 2, MEAN", "3, 3, MEAN"
  })
  void meanIsTheExactExpectation(int layer, int network, TopDown topDown) {
    Seed seed = SEED.derive("network").derive(network);
    TinyBeliefNetwork tiny =
        layer == 3
            ? TinyBeliefNetwork.random(seed, 4, 3, 3, 2)
            : TinyBeliefNetwork.random(seed, 4, 3, 2);
    int perChain = 3;
    SamplingSettings settings = new SamplingSettings(4000, 60, perChain, 4, topDown);
    List<Integer> units = IntStream.range(0, tiny.layer(layer).units()).boxed().toList();
    for (UnitSamples unit : sample(tiny, settings, layer, units, 2)) {
      double[] exact = tiny.expectedInput(layer, unit.unit(), topDown);
      for (int i = 0; i < exact.length; i++) {
        double error = standardError(unit.samples(), i, perChain);
        String what =
            String.format(
                Locale.ROOT, "unit %d, input %d, standard error %s", unit.unit(), i, error);
        assertEquals(exact[i], unit.mean()[i], 4 * error, what);
        assertTrue(error < 0.01, what);
      }
    }
  }

  /** By itself unit 0 is on once in e⁶⁰ steps; unit 1 is not connected. */
  @Test
  void theUnitIsHeldOnInEverySample() {
    LogisticLayer up =
        new LogisticLayer(
            Matrix.of(new float[] {2, 0}, new float[] {-3, 0}, new float[] {0.5f, 0}),
            new float[] {-60, 0});
    TinyBeliefNetwork network = TinyBeliefNetwork.single(up, new float[] {-1, 1, 0});
    float[] held = {sigmoid(1), sigmoid(-2), sigmoid(0.5)};
    float[] free = {sigmoid(-1), sigmoid(1), sigmoid(0)};
    for (UnitSamples unit : sample(network, settings(70, 1, 5, 1), 1, List.of(0, 1), 1)) {
      for (float[] image : unit.samples()) {
        assertArrayEquals(unit.unit() == 0 ? held : free, image, 1e-6f);
      }
    }
  }

  private static float sigmoid(double x) {
    return (float) Logistic.sigmoid(x);
  }

  /** A chain's step does not depend on which of its steps are looked at. */
  @Test
  void samplesAreTakenAfterTheBurnInAndThenAtEveryThinning() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 50, 40, 30);
    float[][] every = sample(network, settings(1, 1, 12, 1), 2, List.of(4), 1).get(0).samples();
    float[][] some = sample(network, settings(1, 3, 4, 2), 2, List.of(4), 1).get(0).samples();
    for (int k = 0; k < 4; k++) {
      assertArrayEquals(every[2 + 2 * k], some[k], "sample " + k);
    }
  }

  /** The mean and the diagnosis are of all samples, whatever is given back. */
  @Test
  void ofSevenSamplesOfAChainTheThirdFifthAndLastAreKept() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 50, 40, 30);
    UnitSamples all = sample(network, settings(3, 2, 7, 2), 2, List.of(4), 1).get(0);
    SamplingSettings keeping = new SamplingSettings(3, 2, 7, 2, 3, TopDown.SAMPLE);
    UnitSamples some = sample(network, keeping, 2, List.of(4), 1).get(0);
    assertEquals(9, some.samples().length);
    for (int chain = 0; chain < 3; chain++) {
      assertArrayEquals(all.samples()[7 * chain + 1], some.samples()[3 * chain]);
      assertArrayEquals(all.samples()[7 * chain + 3], some.samples()[3 * chain + 1]);
      assertArrayEquals(all.samples()[7 * chain + 6], some.samples()[3 * chain + 2]);
    }
    assertArrayEquals(all.mean(), some.mean());
    assertArrayEquals(all.mixing().meanError(), some.mixing().meanError());
    assertEquals(all.mixing().rhat(), some.mixing().rhat());
  }

  @Test
  void ofLongChainsSixteenSamplesAreKept() {
    assertEquals(7, settings(1, 1, 7, 1).keptPerChain());
    assertEquals(16, settings(1, 1, 400, 1).keptPerChain());
    assertEquals(24, settings(1, 1, 400, 1).keptIndex(0));
    assertEquals(399, settings(1, 1, 400, 1).keptIndex(15));
  }

  /** One unit has 7 × 4 samples of 50 numbers, 5,600 bytes: two units fit at once. */
  @Test
  void groupsOfUnitsGiveTheSameBitsAsAllAtOnce() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 50, 40, 30);
    SamplingSettings settings = settings(7, 2, 4, 1);
    List<Integer> units = List.of(9, 3, 17, 0, 4);
    List<UnitSamples> atOnce = sample(network, settings, 2, units, 1);
    List<Long> reported = new ArrayList<>();
    List<UnitSamples> grouped;
    try (Workers workers = new Workers(1)) {
      grouped =
          new ClampedSampler(network, settings, MixingCriterion.DEFAULTS, workers, 12_000)
              .sample(2, units, SEED, reported::add);
    }
    assertEquals(List.of(14L, 28L, 35L), reported);
    for (int i = 0; i < units.size(); i++) {
      assertEquals(units.get(i), grouped.get(i).unit());
      assertArrayEquals(atOnce.get(i).samples(), grouped.get(i).samples());
      assertArrayEquals(atOnce.get(i).mixing().meanError(), grouped.get(i).mixing().meanError());
    }
  }

  /** Of the mean of one input, from the independent means of the chains. */
  private static double standardError(float[][] samples, int input, int perChain) {
    int chains = samples.length / perChain;
    double sum = 0;
    double squares = 0;
    for (int chain = 0; chain < chains; chain++) {
      double mean = 0;
      for (int k = 0; k < perChain; k++) {
        mean += samples[chain * perChain + k][input] / perChain;
      }
      sum += mean;
      squares += mean * mean;
    }
    double variance = squares / chains - Math.pow(sum / chains, 2);
    return Math.sqrt(variance / chains);
  }

  @Test
  void sameBitsAloneAndAmongMany() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 50, 40, 30, 20);
    SamplingSettings settings = settings(7, 3, 2, 2);
    List<Integer> units = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
    List<UnitSamples> many = sample(network, settings, 3, units, 1);
    Collections.shuffle(units, new Random(1));
    for (int threads = 1; threads <= 2; threads++) {
      for (UnitSamples shuffled : sample(network, settings, 3, units, threads)) {
        assertArrayEquals(many.get(shuffled.unit()).samples(), shuffled.samples());
      }
      for (int unit : new int[] {0, 11, 19}) {
        UnitSamples alone = sample(network, settings, 3, List.of(unit), threads).get(0);
        assertEquals(unit, alone.unit());
        assertArrayEquals(many.get(unit).samples(), alone.samples());
        assertArrayEquals(many.get(unit).mean(), alone.mean());
      }
    }
  }

  @Test
  void unitsAndChainsAndSamplesDiffer() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 50, 40, 30);
    List<UnitSamples> two = sample(network, settings(5, 3, 4, 1), 2, List.of(0, 1), 1);
    long distinct =
        two.stream()
            .flatMap(unit -> Arrays.stream(unit.samples()))
            .map(Arrays::hashCode)
            .distinct()
            .count();
    assertEquals(2 * 5 * 4, distinct);
  }

  @Test
  void everyFinishedChainIsReported() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 4, 3, 2);
    AtomicLong most = new AtomicLong();
    try (Workers workers = new Workers(2)) {
      new ClampedSampler(network, settings(150, 1, 1, 1), MixingCriterion.DEFAULTS, workers)
          .sample(2, List.of(0, 1), SEED, done -> most.accumulateAndGet(done, Math::max));
    }
    assertEquals(300, most.get());
  }

  @Test
  void aNetworkThatCannotBeRunDownwardsIsRefusedWithTheReason() {
    var network = RandomNetworks.stack(ImageShape.grey(2, 2), SEED, 1, 3);
    try (Workers workers = new Workers(1)) {
      InvalidInputException refusal =
          assertThrows(
              InvalidInputException.class,
              () ->
                  new ClampedSampler(
                      network, SamplingSettings.DEFAULTS, MixingCriterion.DEFAULTS, workers));
      assertTrue(refusal.getMessage().contains("deep belief network"), refusal.getMessage());
    }
  }

  @Test
  void unknownLayersAndUnitsAndSettingsAreRefused() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(SEED, 4, 3, 2);
    SamplingSettings one = settings(1, 1, 1, 1);
    assertThrows(InvalidInputException.class, () -> sample(network, one, 3, List.of(0), 1));
    assertThrows(InvalidInputException.class, () -> sample(network, one, 2, List.of(2), 1));
    assertThrows(InvalidInputException.class, () -> settings(0, 1, 1, 1));
    assertThrows(InvalidInputException.class, () -> settings(1, 0, 1, 1));
    assertThrows(InvalidInputException.class, () -> settings(1, 1, 0, 1));
    assertThrows(InvalidInputException.class, () -> settings(1, 1, 1, 0));
    for (int kept : new int[] {0, 5}) {
      assertThrows(
          InvalidInputException.class,
          () -> new SamplingSettings(1, 1, 4, 1, kept, TopDown.SAMPLE));
    }
  }
}
