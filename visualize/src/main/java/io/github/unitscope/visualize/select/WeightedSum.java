package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Objectives times numbers, added up: joint optimization, differences, interpolation, negative
 * directions (Olah et al. 2017).
 *
 * @param terms at least one
 */
public record WeightedSum(List<Term> terms) implements Objective {

  /**
   * A term of the sum.
   *
   * @param weight of the objective; negative to minimize it
   * @param objective no sum itself
   */
  public record Term(double weight, Objective objective) {}

  /**
   * @throws IllegalArgumentException if there are no terms
   */
  public WeightedSum {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum without terms");
    }
  }

  static WeightedSum of(Objective objective, double weight) {
    List<Term> terms = new ArrayList<>();
    add(terms, objective, weight);
    return new WeightedSum(terms);
  }

  WeightedSum and(Objective objective, double weight) {
    List<Term> sum = new ArrayList<>(terms);
    add(sum, objective, weight);
    return new WeightedSum(sum);
  }

  private static void add(List<Term> terms, Objective objective, double weight) {
    if (objective instanceof WeightedSum sum) {
      sum.terms.forEach(term -> terms.add(new Term(weight * term.weight, term.objective)));
    } else {
      terms.add(new Term(weight, objective));
    }
  }

  @Override
  public Set<Readout> readouts() {
    Set<Readout> readouts = new HashSet<>();
    terms.forEach(term -> readouts.addAll(term.objective.readouts()));
    return readouts;
  }

  @Override
  public double value(Pass pass, int row) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.weight * term.objective.value(pass, row);
    }
    return sum;
  }

  @Override
  public void addGradient(Pass pass, int row, float weight) {
    terms.forEach(term -> term.objective.addGradient(pass, row, (float) (weight * term.weight)));
  }

  @Override
  public String toString() {
    return terms.stream()
        .map(
            term ->
                term.weight == 1
                    ? term.objective.toString()
                    : term.weight + "·(" + term.objective + ")")
        .collect(Collectors.joining(" + "));
  }
}
