package io.github.unitscope.visualize.dataexamples;

import java.util.List;

/**
 * What images do to a unit or channel. No image is in two of the first four lists, and none twice
 * in any; of images with the same pixels the first stands for all.
 *
 * @param subject the unit or channel
 * @param minimum the least values first
 * @param slightlyNegative nearest below the threshold first
 * @param slightlyPositive nearest above the threshold first
 * @param maximum the greatest values first
 * @param along from the least value to the greatest, as evenly as there are images
 * @param histogram of the values of all images
 * @param above how many images have values above the threshold
 */
public record UnitExamples(
    int subject,
    List<Example> minimum,
    List<Example> slightlyNegative,
    List<Example> slightlyPositive,
    List<Example> maximum,
    List<Example> along,
    Histogram histogram,
    long above) {

  /** Copies the lists. */
  public UnitExamples {
    minimum = List.copyOf(minimum);
    slightlyNegative = List.copyOf(slightlyNegative);
    slightlyPositive = List.copyOf(slightlyPositive);
    maximum = List.copyOf(maximum);
    along = List.copyOf(along);
  }
}
