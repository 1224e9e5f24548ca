package io.github.unitscope.convnet.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What scores of classes, or their probabilities, say. */
final class Logits {
  private Logits() {}

  /**
   * How many rows of scores [rows, classes] are greatest where the labels [rows, classes] are 1; of
   * equal scores the first counts.
   */
  static int right(INDArray scores, INDArray labels) {
    float[][] values = scores.toFloatMatrix();
    float[][] truth = labels.toFloatMatrix();
    int right = 0;
    for (int row = 0; row < values.length; row++) {
      right += truth[row][largest(values[row])] == 1 ? 1 : 0;
    }
    return right;
  }

  /** The index of the greatest value; of equal ones the first. */
  static int largest(float[] values) {
    int largest = 0;
    for (int i = 1; i < values.length; i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    return largest;
  }
}
