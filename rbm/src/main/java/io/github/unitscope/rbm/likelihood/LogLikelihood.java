package io.github.unitscope.rbm.likelihood;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * The mean log-likelihood of images under a machine, log p(v) = −F(v) − log Z, in nats.
 *
 * @param mean over the images
 * @param standardError of that mean, from the spread over images
 * @param low with the upper end of the interval of log Z
 * @param high with the lower end of the interval of log Z
 * @param logPartition the partition function used
 * @param images how many there were
 */
public record LogLikelihood(
    double mean,
    double standardError,
    double low,
    double high,
    LogPartition logPartition,
    int images) {
  private static final int SHARD_ROWS = 128;

  /**
   * Measures images that are made binary by drawing every pixel with its value as probability, as
   * Salakhutdinov and Murray (2008) do.
   *
   * @param seed of the drawing
   */
  public static LogLikelihood of(
      Rbm rbm, LogPartition logPartition, ImageSet images, Seed seed, Workers workers) {
    double[] freeEnergies = new double[images.size()];
    workers.forEachShard(
        (images.size() + SHARD_ROWS - 1) / SHARD_ROWS,
        shard -> {
          int from = shard * SHARD_ROWS;
          int count = Math.min(SHARD_ROWS, images.size() - from);
          double[] part = rbm.freeEnergy(drawBinary(images, from, count, seed));
          System.arraycopy(part, 0, freeEnergies, from, count);
        });
    SummaryStatistics statistics = new SummaryStatistics();
    for (double freeEnergy : freeEnergies) {
      statistics.addValue(-freeEnergy);
    }
    return new LogLikelihood(
        statistics.getMean() - logPartition.value(),
        statistics.getStandardDeviation() / Math.sqrt(images.size()),
        statistics.getMean() - logPartition.high(),
        statistics.getMean() - logPartition.low(),
        logPartition,
        images.size());
  }

  private static Matrix drawBinary(ImageSet images, int from, int count, Seed seed) {
    float[][] rows = new float[count][images.shape().size()];
    long[] seeds = new long[count];
    for (int row = 0; row < count; row++) {
      images.read(from + row, rows[row]);
      seeds[row] = seed.derive(from + row).value();
    }
    Matrix visible = Matrix.of(rows);
    Bernoulli.sample(visible, seeds, visible);
    return visible;
  }
}
