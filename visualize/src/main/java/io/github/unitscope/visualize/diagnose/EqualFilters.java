package io.github.unitscope.visualize.diagnose;

import io.github.unitscope.visualize.stat.Cosine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two filters that do the same, up to their scale and sign.
 *
 * @param first the smaller number
 * @param second the larger number
 * @param cosine between them, in [−1, 1]
 */
public record EqualFilters(int first, int second, double cosine) {

  /**
   * The pairs of filters that are nearly equal.
   *
   * @param filters [filters][values]
   * @param least absolute cosine, in (0, 1]
   * @return the most equal first
   */
  public static List<EqualFilters> among(float[][] filters, double least) {
    List<EqualFilters> pairs = new ArrayList<>();
    for (int i = 0; i < filters.length; i++) {
      for (int j = i + 1; j < filters.length; j++) {
        double cosine = Cosine.between(filters[i], filters[j]);
        if (Math.abs(cosine) >= least) {
          pairs.add(new EqualFilters(i, j, cosine));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble((EqualFilters pair) -> -Math.abs(pair.cosine)));
    return pairs;
  }
}
