package io.github.unitscope.visualize.occlude;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What an image was measured to give.
 *
 * @param values the number of each measure
 */
record Measured(Map<Measure, Double> values) {

  /**
   * Measures one image.
   *
   * @param measures what to read
   * @param reader gives the number of a measure
   */
  static Measured by(List<Measure> measures, ToDoubleFunction<Measure> reader) {
    Map<Measure, Double> values = new LinkedHashMap<>();
    measures.forEach(measure -> values.put(measure, reader.applyAsDouble(measure)));
    return new Measured(values);
  }

  /** The number of a measure. */
  double of(Measure measure) {
    return values.get(measure);
  }

  /** The number of a measure that counts: a unit or a class. */
  int numberOf(Measure measure) {
    return (int) of(measure);
  }
}
