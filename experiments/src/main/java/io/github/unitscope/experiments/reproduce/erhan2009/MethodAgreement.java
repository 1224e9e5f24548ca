package io.github.unitscope.experiments.reproduce.erhan2009;

import java.util.List;

/**
 * Whether two methods agree: how alike their pictures of the same unit are, how alike those of
 * different units, and whether a unit's picture by one is most like its own by the other.
 */
final class MethodAgreement {
  private MethodAgreement() {}

  /**
   * Three measurements for a pair of methods.
   *
   * @param pair of methods in words
   * @param key of the pair in the names of arrays
   * @param first [units][inputs]
   * @param second [units][inputs], of the same units
   */
  static List<Measurement> of(
      Subject subject, String pair, String key, float[][] first, float[][] second) {
    float[][] cosines = Similarity.cosines(first, second);
    int units = cosines.length;
    double[] own = new double[units];
    double[] others = new double[units];
    double[] found = new double[units];
    for (int i = 0; i < units; i++) {
      own[i] = cosines[i][i];
      found[i] = 1;
      for (int j = 0; j < units; j++) {
        others[i] += j == i ? 0 : cosines[i][j] / (units - 1.0);
        found[i] = j != i && cosines[i][j] >= cosines[i][i] ? 0 : found[i];
      }
    }
    Claim claim = Claim.METHODS_AGREE;
    return List.of(
        subject.median(claim, pair + ": cosine", key + ".cosine", own),
        subject.median(
            claim, pair + ": mean cosine to the images of other units", key + ".others", others),
        subject.share(claim, pair + ": own image the most similar", key + ".found", found));
  }
}
