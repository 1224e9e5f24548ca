package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.experiments.command.EnumWord;
import io.github.unitscope.experiments.output.ItemTable;
import io.github.unitscope.network.storage.NpyArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The claims in words, tables and arrays.
 *
 * @param measurements of all models
 */
public record ClaimReport(List<Measurement> measurements) {

  /** Every array by its name: [units] float64, NaN where a unit has no number. */
  public Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    measurements.forEach(measurement -> arrays.put(measurement.array(), measurement.stored()));
    return arrays;
  }

  /** A row for every number. */
  public String csv() {
    return new ItemTable<>(measurements)
        .column("claim", m -> m.claim().letter())
        .column("model", m -> m.subject().model())
        .column("network", m -> m.subject().network())
        .column("layer", m -> m.subject().layer())
        .column("measure", Measurement::measure)
        .column("statistic", m -> EnumWord.of(m.statistic()))
        .column("units", Measurement::units)
        .column("value", m -> m.estimate().value())
        .column("low", m -> m.estimate().low())
        .column("high", m -> m.estimate().high())
        .column("array", Measurement::array)
        .csv();
  }

  /**
   * The report for people, in Markdown.
   *
   * @param runs a line for every run that it was made from
   */
  public String markdown(List<String> runs) {
    StringBuilder text = new StringBuilder();
    text.append("# The claims of Erhan et al. (2009), measured\n\n").append(INTRODUCTION);
    Verdicts verdicts = new Verdicts(measurements);
    for (Claim claim : Claim.values()) {
      text.append(
          String.format(Locale.ROOT, "\n## (%s) %s\n\n", claim.letter(), claim.statement()));
      text.append(METHODS.get(claim)).append("\n\n");
      verdicts.of(claim).forEach(line -> text.append("- ").append(line).append('\n'));
      text.append("\n<details><summary>All numbers</summary>\n\n").append(table(claim));
      text.append("\n</details>\n");
    }
    text.append("\n## Runs\n\n");
    runs.forEach(run -> text.append("- ").append(run).append('\n'));
    return text.toString();
  }

  private String table(Claim claim) {
    StringBuilder table =
        new StringBuilder("| model | network | layer | measure | units | value | array |\n");
    table.append("|---|---|---|---|---|---|---|\n");
    for (Measurement m : measurements) {
      if (m.claim() == claim) {
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %d | %s | `%s` |\n",
                m.subject().model(),
                m.subject().network(),
                m.subject().layer() == 0 ? "" : m.subject().layer(),
                m.measure(),
                m.units(),
                m.text(),
                m.array()));
      }
    }
    return table.toString();
  }

  private static final String INTRODUCTION =
      """
      Every number is a share of units, with its 95 % Wilson interval, or a median over units, with a
      95 % interval of order statistics; its array in `results.npz` has a number for every unit, and
      `claims.csv` has all numbers with all digits. A share is *most* of the units if its whole
      interval lies above one half; a number is greater than another if their intervals do not overlap;
      otherwise a claim is undecided.

      Networks: *trained*; *untrained*, its weights as before training; *rescaled*, normal weights with
      the mean and deviation of the trained ones; *shuffled*, the trained weights in random order.
      """;

  private static final Map<Claim, String> METHODS =
      Map.of(
          Claim.UNIMODAL,
          """
          Many ascents for every unit from random starts. Two images count as the same optimum if a chain of
          images with cosines of 0.99 or more links them; starts that did not converge are left out.
          A unit of the first layer has a single optimum, since it is a monotonic function of a linear one,
          and small weights make every layer nearly linear, as the untrained network shows.""",
          Claim.METHODS_AGREE,
          """
          The cosine between the images of a unit by two methods, its mean cosine to the images of the other
          units of the layer, and whether the most similar image by the other method is the unit's own.
          Where all units of a layer have similar images, a high cosine says little and the last number
          decides. For null models there are only two methods.""",
          Claim.EXAMPLES_AND_FEATURES,
          """
          The highest cosine to any training image, of means of samples, of single samples, and of maximized
          images; for comparison, of validation images, which the models have not seen. The area is the
          participation ratio of the pixels, (Σ x²)² / (n Σ x⁴): 1/n for a single pixel, 1 if all are equally
          strong. An SDAE cannot be sampled from.""",
          Claim.STROKES_TO_PATTERNS,
          """
          The share of the variance of the maximized image that one Gabor function explains: it fits a stroke
          or an edge, but not a pattern of several. The same for the images of the null models.""");
}
