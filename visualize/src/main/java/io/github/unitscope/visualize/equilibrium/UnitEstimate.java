package io.github.unitscope.visualize.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one road says of a unit.
 *
 * @param mean [inputs], E[x | h = 1]
 * @param meanError [inputs], its standard error
 * @param positions the means of the numbers that are watched
 * @param logOn log p(h = 1), in nats
 * @param mixing of the worst of these numbers and of p(h = 1 | v)
 */
public record UnitEstimate(
    float[] mean,
    float[] meanError,
    List<Estimate> positions,
    Estimate logOn,
    MixingDiagnosis mixing) {

  /**
   * From draws.
   *
   * @param images [draws][inputs], chain after chain
   * @param numbers of the images, as {@link Directions} gives them
   * @param weights [draws]
   * @param on [draws], p(h = 1 | v)
   * @param chains that the draws are from
   */
  static UnitEstimate of(
      float[][] images,
      double[][] numbers,
      double[] weights,
      double[] on,
      int chains,
      Estimate logOn) {
    Replicas replicas = new Replicas(chains, weights);
    List<Estimate> positions = new ArrayList<>();
    double[] equal = new double[on.length];
    Arrays.fill(equal, 1);
    MixingDiagnosis mixing = MixingDiagnosis.of(on, equal, chains);
    for (double[] number : numbers) {
      positions.add(replicas.mean(number));
      mixing = mixing.worse(MixingDiagnosis.of(number, weights, chains));
    }
    float[] mean = new float[images[0].length];
    float[] error = new float[mean.length];
    picture(images, weights, chains, mean, error);
    return new UnitEstimate(mean, error, List.copyOf(positions), logOn, mixing);
  }

  private static void picture(
      float[][] images, double[] weights, int chains, float[] mean, float[] error) {
    int draws = images.length / chains;
    double total = 0;
    double[] sums = new double[mean.length];
    for (int i = 0; i < images.length; i++) {
      total += weights[i];
      add(weights[i], images[i], sums);
    }
    for (int pixel = 0; pixel < mean.length; pixel++) {
      mean[pixel] = (float) (sums[pixel] / total);
    }
    double[] squares = new double[mean.length];
    double[] part = new double[mean.length];
    for (int chain = 0; chain < chains; chain++) {
      Arrays.fill(part, 0);
      double weight = 0;
      for (int i = chain * draws; i < (chain + 1) * draws; i++) {
        weight += weights[i];
        add(weights[i], images[i], part);
      }
      for (int pixel = 0; pixel < part.length; pixel++) {
        double difference = part[pixel] - weight * sums[pixel] / total;
        squares[pixel] += difference * difference;
      }
    }
    for (int pixel = 0; pixel < error.length; pixel++) {
      error[pixel] =
          (float) (Math.sqrt(squares[pixel] / chains / (chains - 1.0)) / (total / chains));
    }
  }

  private static void add(double weight, float[] image, double[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * image[i];
    }
  }

  /** The largest distance of a pixel of two means, in standard errors. */
  double pictureDistance(UnitEstimate other, double leastError) {
    double largest = 0;
    for (int i = 0; i < mean.length; i++) {
      double error = Math.max(leastError, Math.hypot(meanError[i], other.meanError[i]));
      largest = Math.max(largest, Math.abs(mean[i] - other.mean[i]) / error);
    }
    return largest;
  }

  /** The largest distance of a number that is watched, in standard errors. */
  double positionDistance(UnitEstimate other) {
    double largest = 0;
    for (int i = 0; i < positions.size(); i++) {
      largest = Math.max(largest, positions.get(i).distance(other.positions.get(i)));
    }
    return largest;
  }
}
