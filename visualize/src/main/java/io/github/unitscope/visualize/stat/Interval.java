package io.github.unitscope.visualize.stat;

/**
 * An estimate with its confidence interval.
 *
 * @param value the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double value, double low, double high) {}
