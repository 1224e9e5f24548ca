package io.github.unitscope.stacks.training;

/**
 * Measures a layer after every epoch, always on the same rows.
 *
 * @param <L> the kind of layer
 * @param <M> what is measured
 */
public interface LayerMonitor<L, M extends LayerMetrics> {
  /**
   * Measures.
   *
   * @param layer as it is now
   * @param number of the layer, from 1
   * @param epoch from 0
   * @param learningRate that the epoch used
   * @param seconds that its steps took
   */
  M measure(L layer, int number, int epoch, double learningRate, double seconds);

  /** The {@link LayerMetrics#error} alone. */
  double error(L layer);

  /** What the error is, for people: for example {@code cost}. */
  String errorName();

  /** How many values {@link LayerMetrics#values} gives. */
  int values();

  /**
   * The metrics of some values.
   *
   * @param number of the layer, from 1
   * @param epoch from 0
   * @param values as {@link LayerMetrics#values} gave them
   */
  M metrics(int number, int epoch, double[] values);
}
