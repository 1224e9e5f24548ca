package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Refuses results that are no numbers. An image of norm 1e308 has infinite pixels in float32, and
 * no picture or table would say so. Nothing that a run leaves may be infinite; what may be
 * undefined, NaN, is named here.
 */
public final class FiniteResults {
  /**
   * Arrays of numbers that a unit may not have, with all before the last point left out:
   *
   * <ul>
   *   <li>the residual of an ascent without a gradient;
   *   <li>statistics of chains, where there is one chain or too few samples;
   *   <li>cosines with a picture that is all zeros or with samples that were not drawn;
   *   <li>statistics over the starts that settled, where none did;
   *   <li>of data whose values are all equal, the skewness and distances in deviations;
   *   <li>values of examples where there are fewer than columns.
   * </ul>
   */
  private static final Pattern MAY_BE_UNDEFINED =
      Pattern.compile(
          "residuals|rhat|autocorrelationTime|effectiveSamples|meanError"
              + "|agreement|restartCosine|leastCosine|cosineMeanSample|cosineCombination"
              + "|largestShare|bestShare|cosinesToBest|medianGap|worstGap|summary"
              + "|overData|dataSkew"
              + "|(minimum|slightlyNegative|slightlyPositive|maximum|along)Values");

  /** Those of the claims, which have names like {@code a.dbn-digits.layer1.share}. */
  private static final Pattern OF_CLAIMS = Pattern.compile("[a-d]\\..*");

  private static final Pattern INFINITE_CELL =
      Pattern.compile("(^|,)-?Infinity(,|\\r?$)", Pattern.MULTILINE);

  private FiniteResults() {}

  /**
   * Checks an array.
   *
   * @param file that it is to be in, for the message
   * @param name of the array
   * @throws InvalidInputException if it holds an infinite number, or an undefined one that it must
   *     not have
   */
  public static void require(String file, String name, NpyArray array) {
    boolean undefined = mayBeUndefined(name);
    if (array.type() == NpyType.FLOAT32) {
      float[] values = array.floats();
      for (int i = 0; i < values.length; i++) {
        require(file, name, values[i], i, undefined);
      }
    } else if (array.type() == NpyType.FLOAT64) {
      double[] values = array.doubles();
      for (int i = 0; i < values.length; i++) {
        require(file, name, values[i], i, undefined);
      }
    }
  }

  private static void require(
      String file, String name, double value, int index, boolean undefined) {
    if (!Double.isFinite(value) && !(undefined && Double.isNaN(value))) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the results are not finite numbers (%s at index %d of '%s' in %s), so nothing was written: give smaller norms, boxes, rates or weights",
              value,
              index,
              name,
              file));
    }
  }

  private static boolean mayBeUndefined(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return MAY_BE_UNDEFINED.matcher(last).matches() || OF_CLAIMS.matcher(name).matches();
  }

  /**
   * Checks a table.
   *
   * @param file that it is to be in, for the message
   * @throws InvalidInputException if a cell is an infinite number
   */
  public static void requireTable(String file, String csv) {
    if (INFINITE_CELL.matcher(csv).find()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the results are not finite numbers (Infinity in %s), so nothing was written: give smaller norms, boxes, rates or weights",
              file));
    }
  }
}
