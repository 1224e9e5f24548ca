package io.github.unitscope.benchmarks;

/**
 * Work whose speed is given as a share of that of other work.
 *
 * @param subject what is measured
 * @param reference what it is compared with, round by round; null for nothing
 */
public record Comparison(Workload subject, Workload reference) {
  /** Work that is compared with nothing. */
  public static Comparison none(Workload subject) {
    return new Comparison(subject, null);
  }
}
