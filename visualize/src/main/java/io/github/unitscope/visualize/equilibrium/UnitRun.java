package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.Tempered;
import io.github.unitscope.network.TemperedChains;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import java.util.OptionalInt;

/** The two roads to one unit of a bank's layer. */
final class UnitRun {
  /** Chains whose exchanges together give one log partition function, for the error of all. */
  private static final int GROUP = 4;

  private final Tempered network;
  private final EquilibriumSettings settings;
  private final LayerBank bank;
  private final Directions directions;
  private final double[][] bankNumbers;

  /**
   * @param bankNumbers of the bank's images, as the directions give them
   */
  UnitRun(
      Tempered network,
      EquilibriumSettings settings,
      LayerBank bank,
      Directions directions,
      double[][] bankNumbers) {
    this.network = network;
    this.settings = settings;
    this.bank = bank;
    this.directions = directions;
    this.bankNumbers = bankNumbers;
  }

  UnitCertificate certify(int unit, Seed seed) {
    double[] on = bank.on(unit);
    Estimate logOn = new Replicas(bank.chains(), on).logMeanWeight();
    UnitEstimate fromBank =
        UnitEstimate.of(bank.images(), bankNumbers, on, on, bank.chains(), logOn);
    Seed own = seed.derive("held on").derive(bank.layer()).derive(unit);
    int chains = settings.unitChains();
    TemperedChains ladder =
        network.temper(bank.layer(), OptionalInt.of(unit), chains, own.derive("chains"));
    Draws draws = Draws.of(chains, settings.unitDraws());
    LadderHealth health =
        new LadderRun(ladder, network.rungs(bank.layer()))
            .run(settings, settings.unitDraws(), draw -> draws.take(ladder, chains, 0, draw));
    UnitEstimate fromLadder = estimate(unit, draws, logOn(unit, ladder), own.derive("down"));
    return UnitCertificate.of(
        unit, fromBank, fromLadder, health.worse(bank.health()), bank.startsApart(bankNumbers, on));
  }

  /** log p(h = 1) = c + log Z with the unit held on − log Z. */
  private Estimate logOn(int unit, TemperedChains ladder) {
    double bias = network.hiddenBias(bank.layer(), unit);
    double held = ladder.logPartition(0, settings.unitChains());
    double[] parts = LogPartitions.ofGroups(ladder, settings.unitChains(), GROUP);
    return new Estimate(
        bias + held - bank.logPartition().value(),
        Math.hypot(LogPartitions.errorOfMean(parts), bank.logPartition().error()));
  }

  private UnitEstimate estimate(int unit, Draws draws, Estimate logOn, Seed down) {
    float[][] images = new WayDown(network).images(bank.layer() - 1, draws.states(), down, 0);
    double[] equal = new double[images.length];
    Arrays.fill(equal, 1);
    return UnitEstimate.of(
        images, directions.of(images), equal, draws.on(unit), settings.unitChains(), logOn);
  }
}
