package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.ImageSet;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * What a classifier says of images, beside what is true.
 *
 * @param labels the true classes [images]
 * @param predicted the most probable classes [images]; of equal ones the lowest
 * @param loss mean of −log p(true class), in nats
 * @param classes how many there are
 */
public record Predictions(int[] labels, int[] predicted, double loss, int classes) {
  private static final double CONFIDENCE = 0.95;

  /** From logits [images][classes]. */
  static Predictions of(ImageSet images, float[][] logits) {
    int[] labels = new int[logits.length];
    int[] predicted = new int[logits.length];
    double loss = 0;
    for (int i = 0; i < logits.length; i++) {
      labels[i] = images.label(i);
      predicted[i] = largest(logits[i]);
      loss += logSumExp(logits[i]) - logits[i][labels[i]];
    }
    return new Predictions(labels, predicted, loss / logits.length, logits[0].length);
  }

  private static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }

  private static double logSumExp(float[] values) {
    double largest = values[largest(values)];
    double sum = 0;
    for (float value : values) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  /** How many images there are. */
  public int size() {
    return labels.length;
  }

  /** How many predictions are wrong. */
  public int errors() {
    int errors = 0;
    for (int i = 0; i < labels.length; i++) {
      errors += labels[i] == predicted[i] ? 0 : 1;
    }
    return errors;
  }

  /** The share of wrong predictions, in [0, 1]. */
  public double error() {
    return (double) errors() / size();
  }

  /** Wilson's interval for the error, at 95 %: {low, high}. */
  public double[] interval() {
    ConfidenceInterval interval =
        new WilsonScoreInterval().createInterval(size(), errors(), CONFIDENCE);
    return new double[] {interval.getLowerBound(), interval.getUpperBound()};
  }

  /** How often each class was taken for each: [true class][predicted class]. */
  public int[][] confusion() {
    int[][] confusion = new int[classes][classes];
    for (int i = 0; i < labels.length; i++) {
      confusion[labels[i]][predicted[i]]++;
    }
    return confusion;
  }
}
