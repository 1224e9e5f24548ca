package io.github.unitscope.network;

import io.github.unitscope.network.random.Seed;
import java.util.OptionalInt;

/**
 * A generative network whose layers can also be sampled by chains that cross between modes: along a
 * ladder of machines, from one whose units do not depend on each other to the layer itself.
 */
public interface Tempered extends Generative {
  /**
   * How many rungs the ladder of a layer has, the layer itself among them.
   *
   * @param layer from 1
   */
  int rungs(int layer);

  /**
   * The bias of a unit: what log p(unit = 1) adds to the log partition functions with and without
   * it held on.
   *
   * @param layer from 1
   */
  double hiddenBias(int layer, int unit);

  /**
   * Chains on the ladder of a layer; they begin as independent units. One thread moves them.
   *
   * @param layer from 1; the chains are of this layer and the one below it, as a machine of its own
   * @param clamped the unit that is held on; empty for none
   * @param chains on every rung; they do not depend on each other
   * @param seed of the chains
   */
  TemperedChains temper(int layer, OptionalInt clamped, int chains, Seed seed);
}
