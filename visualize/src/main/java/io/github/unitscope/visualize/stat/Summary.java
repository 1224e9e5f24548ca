package io.github.unitscope.visualize.stat;

/** One number for many. */
public enum Summary {
  MEAN {
    @Override
    public double of(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  },
  MEDIAN {
    @Override
    public double of(double[] values) {
      return Quantiles.of(values, 0.5);
    }
  };

  /** NaN if there are no values, or one is NaN. */
  public abstract double of(double[] values);
}
