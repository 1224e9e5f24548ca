package io.github.unitscope.rbm.likelihood;

/**
 * The logarithm of a partition function, in nats, with its interval.
 *
 * @param value log Z
 * @param low the lower end of the interval
 * @param high the upper end; both equal {@code value} where it is exact
 */
public record LogPartition(double value, double low, double high) {
  static LogPartition exact(double value) {
    return new LogPartition(value, value, value);
  }
}
