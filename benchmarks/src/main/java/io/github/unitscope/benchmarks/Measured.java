package io.github.unitscope.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one workload.
 *
 * @param name of the workload
 * @param description of the workload
 * @param item what is counted
 * @param rounds how many
 * @param seconds a round
 * @param microsecondsPerItem the time of an item
 * @param gigaflops operations a second, in 1e9; null where none are counted
 * @param reference name of the work that it is compared with; null for none
 * @param ratio speed over the speed of the reference, each round's between two of the reference;
 *     null where there is none
 * @param details of the last round
 * @param samples seconds of all rounds, in their order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Measured(
    String name,
    String description,
    String item,
    int rounds,
    Distribution seconds,
    Distribution microsecondsPerItem,
    Distribution gigaflops,
    String reference,
    Distribution ratio,
    Map<String, Double> details,
    List<Double> samples) {
  private static final double MICROSECONDS = 1e6;
  private static final double GIGA = 1e9;

  /**
   * Sums up.
   *
   * @param works of the rounds, at least one
   * @param ratios of the rounds, as many; empty where there is no reference
   */
  static Measured of(Comparison comparison, List<Work> works, List<Double> ratios) {
    Workload subject = comparison.subject();
    boolean counted = works.get(0).done().operations() > 0;
    List<Double> samples = works.stream().map(Work::seconds).toList();
    return new Measured(
        subject.name(),
        subject.description(),
        subject.item(),
        works.size(),
        Distribution.of(samples),
        Distribution.of(
            works.stream()
                .map(work -> MICROSECONDS * work.seconds() / work.done().items())
                .toList()),
        counted ? Distribution.of(works.stream().map(work -> work.rate() / GIGA).toList()) : null,
        ratios.isEmpty() ? null : comparison.reference().name(),
        ratios.isEmpty() ? null : Distribution.of(ratios),
        works.get(works.size() - 1).done().details(),
        samples);
  }
}
