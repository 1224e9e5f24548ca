package io.github.unitscope.visualize.equilibrium;

/**
 * Equilibrium samples of a layer with no unit held on, made once for all its units.
 *
 * @param layer from 1
 * @param chains independent of each other
 * @param draws of the layer below and of p(h = 1 | state)
 * @param images what the states of the layer below look like, [draws][inputs]
 * @param logPartition log Z of the layer as a machine, in nats
 * @param spreadStarts whether every other block of chains began at states that were given
 * @param health of the ladders
 */
public record LayerBank(
    int layer,
    int chains,
    Draws draws,
    float[][] images,
    Estimate logPartition,
    boolean spreadStarts,
    LadderHealth health) {

  /** States of the layer below, [draws][units below], chain after chain. */
  public float[][] states() {
    return draws.states();
  }

  /** p(h = 1 | state), [draws][units]. */
  public float[][] activations() {
    return draws.means();
  }

  /** p(h = 1 | state) of a unit over all draws. */
  double[] on(int unit) {
    return draws.on(unit);
  }

  /**
   * How far the numbers that are watched are apart, in standard errors, between chains that began
   * as noise and chains that began at given states; 0 if all began as noise.
   *
   * @param numbers as {@link Directions} gives them
   * @param on p(h = 1 | state) of a unit over all draws
   */
  double startsApart(double[][] numbers, double[] on) {
    if (!spreadStarts) {
      return 0;
    }
    Replicas noise = new Replicas(chains / 2, half(on, 0));
    Replicas given = new Replicas(chains / 2, half(on, 1));
    double largest = noise.logMeanWeight().distance(given.logMeanWeight());
    for (double[] number : numbers) {
      Estimate one = noise.mean(half(number, 0));
      largest = Math.max(largest, one.distance(given.mean(half(number, 1))));
    }
    return largest;
  }

  /** The values of every other block of chains. */
  private double[] half(double[] values, int parity) {
    int length = EquilibriumSettings.BLOCK * (values.length / chains);
    double[] half = new double[values.length / 2];
    for (int block = 0; block < half.length / length; block++) {
      System.arraycopy(values, (2 * block + parity) * length, half, block * length, length);
    }
    return half;
  }
}
