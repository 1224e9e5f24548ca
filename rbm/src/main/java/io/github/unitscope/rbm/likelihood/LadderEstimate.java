package io.github.unitscope.rbm.likelihood;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.tempering.Ladder;
import io.github.unitscope.rbm.tempering.TemperedBlock;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * What chains on a ladder know of its machine: the partition function, by Bennett's acceptance
 * ratio from rung to rung, and states in equilibrium.
 *
 * @param logPartition with an interval of three standard errors to both sides, from the spread over
 *     groups of chains that do not know of each other
 * @param states [chains][visible]
 */
public record LadderEstimate(LogPartition logPartition, float[][] states) {
  private static final int BLOCK = 128;
  private static final int GROUP = 32;
  private static final int BURN_IN = 200;
  private static final int SWEEPS = 200;

  /**
   * Runs chains.
   *
   * @param chains rounded up to a multiple of 128
   */
  public static LadderEstimate of(Ladder ladder, int chains, Seed seed, Workers workers) {
    int visible = ladder.machine().visible();
    int blocks = (chains + BLOCK - 1) / BLOCK;
    double[] whole = new double[blocks];
    double[] groups = new double[blocks * BLOCK / GROUP];
    float[][] states = new float[blocks * BLOCK][];
    workers.forEachShard(
        blocks,
        number -> {
          TemperedBlock block =
              new TemperedBlock(ladder, BLOCK, TemperedBlock.NOT_CLAMPED, seed.derive(number));
          sweep(block, BURN_IN);
          block.beginCounting();
          sweep(block, SWEEPS);
          whole[number] = block.logPartition(0, BLOCK);
          for (int first = 0; first < BLOCK; first += GROUP) {
            groups[(number * BLOCK + first) / GROUP] = block.logPartition(first, first + GROUP);
          }
          for (int chain = 0; chain < BLOCK; chain++) {
            states[number * BLOCK + chain] =
                Arrays.copyOfRange(block.below(), chain * visible, (chain + 1) * visible);
          }
        });
    double value = Arrays.stream(whole).average().orElseThrow();
    SummaryStatistics spread = new SummaryStatistics();
    Arrays.stream(groups).forEach(spread::addValue);
    double error = 3 * spread.getStandardDeviation() / Math.sqrt(groups.length);
    return new LadderEstimate(new LogPartition(value, value - error, value + error), states);
  }

  private static void sweep(TemperedBlock block, int count) {
    for (int i = 0; i < count; i++) {
      block.sweep();
    }
  }
}
