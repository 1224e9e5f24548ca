package io.github.unitscope.visualize.probe;

import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;

/**
 * The loss of multinomial logistic regression: the mean over images of −log p(class), plus λ/2
 * times the sum of squared weights. Biases cost nothing.
 *
 * <p>Parameters are [classes × (features + 1)], for every class its weights and then its bias. Sums
 * are taken within shards of a fixed size and over these in their order: the same bits for any
 * number of threads.
 */
final class LogisticLoss {
  private final TrainingShards data;
  private final double penalty;
  private final Workers workers;
  private final int stride;
  private final double[][] shardGradients;
  private final double[] shardLosses;

  LogisticLoss(TrainingShards data, double penalty, Workers workers) {
    this.data = data;
    this.penalty = penalty;
    this.workers = workers;
    this.stride = data.features() + 1;
    this.shardGradients = new double[data.shards().length][data.classes() * stride];
    this.shardLosses = new double[data.shards().length];
  }

  /** How many parameters there are. */
  int parameters() {
    return data.classes() * stride;
  }

  /**
   * The loss in nats.
   *
   * @param gradient overwritten with the derivatives
   */
  double value(double[] parameters, double[] gradient) {
    workers.forEachShard(shardLosses.length, shard -> shard(shard, parameters));
    Arrays.fill(gradient, 0);
    double loss = 0;
    for (int shard = 0; shard < shardLosses.length; shard++) {
      loss += shardLosses[shard];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] += shardGradients[shard][i];
      }
    }
    double squares = 0;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= data.images();
      if (i % stride < data.features()) {
        gradient[i] += penalty * parameters[i];
        squares += parameters[i] * parameters[i];
      }
    }
    return loss / data.images() + penalty / 2 * squares;
  }

  private void shard(int shard, double[] parameters) {
    double[] x = data.shards()[shard];
    int rows = data.rows(shard);
    double[][] scores = new double[data.classes()][rows];
    for (int k = 0; k < scores.length; k++) {
      addScores(x, rows, parameters, k * stride, scores[k]);
    }
    shardLosses[shard] = toErrors(scores, rows, shard * TrainingShards.ROWS);
    double[] gradient = shardGradients[shard];
    for (int j = 0; j < data.features(); j++) {
      derivatives(x, j * rows, rows, scores, gradient, j);
    }
    for (int k = 0; k < scores.length; k++) {
      gradient[k * stride + data.features()] = Arrays.stream(scores[k]).sum();
    }
  }

  /** Four features at once, so that the scores are read and written a quarter as often. */
  private void addScores(double[] x, int rows, double[] parameters, int first, double[] scores) {
    Arrays.fill(scores, parameters[first + data.features()]);
    int j = 0;
    for (; j + 4 <= data.features(); j += 4) {
      double w0 = parameters[first + j];
      double w1 = parameters[first + j + 1];
      double w2 = parameters[first + j + 2];
      double w3 = parameters[first + j + 3];
      int at = j * rows;
      for (int r = 0; r < rows; r++) {
        scores[r] +=
            w0 * x[at + r]
                + w1 * x[at + rows + r]
                + w2 * x[at + 2 * rows + r]
                + w3 * x[at + 3 * rows + r];
      }
    }
    for (; j < data.features(); j++) {
      double weight = parameters[first + j];
      for (int r = 0; r < rows; r++) {
        scores[r] += weight * x[j * rows + r];
      }
    }
  }

  /** Turns scores into p − 1 for the right class and p for the others; returns −Σ log p. */
  private double toErrors(double[][] scores, int rows, int firstImage) {
    double loss = 0;
    for (int r = 0; r < rows; r++) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (double[] score : scores) {
        greatest = Math.max(greatest, score[r]);
      }
      int label = data.labels()[firstImage + r];
      double own = scores[label][r] - greatest;
      double sum = 0;
      for (double[] score : scores) {
        score[r] = Math.exp(score[r] - greatest);
        sum += score[r];
      }
      for (double[] score : scores) {
        score[r] /= sum;
      }
      scores[label][r] -= 1;
      loss += Math.log(sum) - own;
    }
    return loss;
  }

  /** Four classes at once, so that a feature is read a quarter as often. */
  private void derivatives(
      double[] x, int at, int rows, double[][] errors, double[] gradient, int feature) {
    int k = 0;
    for (; k + 4 <= errors.length; k += 4) {
      double[] e0 = errors[k];
      double[] e1 = errors[k + 1];
      double[] e2 = errors[k + 2];
      double[] e3 = errors[k + 3];
      double s0 = 0;
      double s1 = 0;
      double s2 = 0;
      double s3 = 0;
      for (int r = 0; r < rows; r++) {
        double value = x[at + r];
        s0 += e0[r] * value;
        s1 += e1[r] * value;
        s2 += e2[r] * value;
        s3 += e3[r] * value;
      }
      gradient[k * stride + feature] = s0;
      gradient[(k + 1) * stride + feature] = s1;
      gradient[(k + 2) * stride + feature] = s2;
      gradient[(k + 3) * stride + feature] = s3;
    }
    for (; k < errors.length; k++) {
      double sum = 0;
      for (int r = 0; r < rows; r++) {
        sum += errors[k][r] * x[at + r];
      }
      gradient[k * stride + feature] = sum;
    }
  }
}
