package io.github.unitscope.visualize.unimodal;

/** One number for many. */
enum Summary {
  MEAN {
    @Override
    double of(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum / values.length;
    }
  },
  MEDIAN {
    @Override
    double of(double[] values) {
      return Quantiles.of(values, 0.5);
    }
  };

  /** NaN if there are no values, or one is NaN. */
  abstract double of(double[] values);
}
