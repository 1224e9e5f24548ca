package io.github.unitscope.visualize.equilibrium;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether the picture of a unit can be believed.
 *
 * @param unit from 0
 * @param best the estimate of the road with more effective samples
 * @param bank from weighted samples of the whole layer
 * @param ladder from chains with the unit held on
 * @param doubts why it is not certified; empty if it is
 */
public record UnitCertificate(
    int unit, UnitEstimate best, UnitEstimate bank, UnitEstimate ladder, Set<Doubt> doubts) {
  static final double LARGEST_RHAT = 1.01;
  static final double LEAST_SAMPLES = 400;

  /** Standard errors beyond which two numbers are not the same: once in 16,000. */
  private static final double POSITIONS_APART = 4;

  /** Of the largest of all pixels. */
  private static final double PIXELS_APART = 6;

  /** Of errors that are estimated from few groups of chains. */
  private static final double LOGARITHMS_APART = 5;

  /** A pixel whose means differ by less is the same. */
  private static final double LEAST_ERROR = 2e-3;

  public UnitCertificate {
    doubts = Set.copyOf(doubts);
  }

  static UnitCertificate of(
      int unit, UnitEstimate bank, UnitEstimate ladder, LadderHealth health, double startsApart) {
    boolean fromBank = bank.mixing().essBulk() >= ladder.mixing().essBulk();
    UnitEstimate best = fromBank ? bank : ladder;
    EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (!(best.mixing().rhat() < LARGEST_RHAT)) {
      doubts.add(Doubt.RHAT);
    }
    if (!(Math.min(best.mixing().essBulk(), best.mixing().essTail()) >= LEAST_SAMPLES)) {
      doubts.add(Doubt.FEW_SAMPLES);
    }
    if (health.renewals() < LadderRun.RENEWALS) {
      doubts.add(Doubt.NOT_RENEWED);
    }
    if (health.trapped()) {
      doubts.add(Doubt.TRAPPED);
    }
    if (!(startsApart <= POSITIONS_APART)) {
      doubts.add(Doubt.STARTS);
    }
    boolean apart =
        !(bank.positionDistance(ladder) <= POSITIONS_APART)
            || !(bank.pictureDistance(ladder, LEAST_ERROR) <= PIXELS_APART);
    if (apart) {
      doubts.add(Doubt.MEANS);
    }
    if (!(bank.logOn().distance(ladder.logOn()) <= LOGARITHMS_APART)) {
      doubts.add(Doubt.LOG_ON);
    }
    return new UnitCertificate(unit, best, bank, ladder, doubts);
  }

  /** Whether nothing speaks against the picture. */
  public boolean certified() {
    return doubts.isEmpty();
  }
}
