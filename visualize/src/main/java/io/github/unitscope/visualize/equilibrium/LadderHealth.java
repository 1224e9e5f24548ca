package io.github.unitscope.visualize.equilibrium;

/**
 * How ladders did.
 *
 * @param renewals how often all states were renewed from the lowest rung before the first draw, at
 *     most twice
 * @param trapped whether some states are older than two renewals took
 * @param lowestAcceptance of the link at which fewest exchanges were accepted, in [0, 1]
 */
public record LadderHealth(int renewals, boolean trapped, double lowestAcceptance) {

  /** The worse of both in every respect. */
  LadderHealth worse(LadderHealth other) {
    return new LadderHealth(
        Math.min(renewals, other.renewals),
        trapped || other.trapped,
        Math.min(lowestAcceptance, other.lowestAcceptance));
  }
}
