package io.github.unitscope.network;

/**
 * Some chains on every rung of a ladder; {@link Tempered#temper} begins them. The lowest rung is
 * drawn afresh in every sweep: a state is as old as that draw.
 */
public interface TemperedChains {
  /** Begins anew with given states of the layer below, [chains][units below], on all rungs. */
  void startFrom(float[] states);

  /** One Gibbs step on every rung, and exchanges between every other pair of neighbours. */
  void sweep();

  /** How many sweeps were made. */
  int sweeps();

  /** How many states of all rungs are left from before a sweep, in [0, 1]. */
  double shareBornBefore(int sweep);

  /** The states of the layer below, [chains][units below]; the next sweep overwrites them. */
  float[] below();

  /**
   * p(unit = 1) given these states, [chains][units]; of a unit that is held on, what it would be if
   * it were free. The next sweep overwrites them.
   */
  float[] means();

  /** From now on exchanges count, for {@link #acceptance} and {@link #logPartition}. */
  void beginCounting();

  /**
   * How often exchanges between a rung and the next were accepted.
   *
   * @param lower from 0
   * @return [chains], mean probabilities
   */
  double[] acceptance(int lower);

  /**
   * The log partition function of the layer as a machine, in nats, from some of the chains (Bennett
   * 1976, from rung to rung). With a unit held on, without its bias.
   *
   * @param from the first chain
   * @param to after the last
   */
  double logPartition(int from, int to);
}
