package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.TemperedChains;

/**
 * Where the draws of some chains go: chain after chain, the draws of a chain in their order.
 *
 * @param states of the layer below, [chains × draws][units below]
 * @param means p(h = 1 | state), [chains × draws][units]
 * @param perChain draws of each chain
 */
public record Draws(float[][] states, float[][] means, int perChain) {

  static Draws of(int chains, int perChain) {
    int all = chains * perChain;
    return new Draws(new float[all][], new float[all][], perChain);
  }

  /**
   * Takes a draw of all chains of a block.
   *
   * @param firstChain the number of its first chain
   * @param draw its number
   */
  void take(TemperedChains block, int blockChains, int firstChain, int draw) {
    for (int chain = 0; chain < blockChains; chain++) {
      int place = (firstChain + chain) * perChain + draw;
      states[place] = row(block.below(), chain, blockChains);
      means[place] = row(block.means(), chain, blockChains);
    }
  }

  private static float[] row(float[] all, int chain, int chains) {
    int length = all.length / chains;
    float[] row = new float[length];
    System.arraycopy(all, chain * length, row, 0, length);
    return row;
  }

  /** p(h = 1 | state) of a unit, [chains × draws]. */
  double[] on(int unit) {
    double[] on = new double[means.length];
    for (int i = 0; i < on.length; i++) {
      on[i] = means[i][unit];
    }
    return on;
  }
}
