package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * How a layer and its units are sampled at equilibrium.
 *
 * @param bankChains independent ladders of the bank, in blocks of {@link #BLOCK}
 * @param bankDraws draws of each
 * @param unitChains independent ladders with a unit held on
 * @param unitDraws draws of each
 * @param thinning sweeps from a draw to the next
 * @param mostSweeps after which a ladder that has not renewed its states is given up
 */
public record EquilibriumSettings(
    int bankChains, int bankDraws, int unitChains, int unitDraws, int thinning, int mostSweeps) {
  /** Chains that one thread moves at once. */
  public static final int BLOCK = 128;

  /** What is used unless something else is asked for. */
  public static final EquilibriumSettings DEFAULTS =
      new EquilibriumSettings(1024, 16, 32, 16, 5, 2000);

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public EquilibriumSettings {
    require(bankChains >= 2 * BLOCK && bankChains % (2 * BLOCK) == 0, "bank chains", bankChains);
    require(bankDraws >= 4 && bankDraws % 2 == 0, "draws of the bank", bankDraws);
    require(unitChains >= 8 && unitChains % 8 == 0, "chains of a unit", unitChains);
    require(unitDraws >= 4 && unitDraws % 2 == 0, "draws of a unit", unitDraws);
    require(thinning >= 1, "thinning", thinning);
    require(mostSweeps >= 1, "most sweeps", mostSweeps);
  }

  private static void require(boolean condition, String what, int value) {
    if (!condition) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: %d cannot be; chains of the bank come in pairs of blocks of %d, those of a unit in eights,"
                  + " draws are even and at least 4",
              what,
              value,
              BLOCK));
    }
  }
}
