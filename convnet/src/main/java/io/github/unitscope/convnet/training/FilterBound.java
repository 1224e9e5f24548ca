package io.github.unitscope.convnet.training;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Keeps filters from dominating: one whose root mean square exceeds a bound is scaled back to it
 * (Zeiler and Fergus 2013, section 3).
 *
 * @param largestRms the bound; 0 for none
 */
record FilterBound(double largestRms) {

  /**
   * Scales filters in place.
   *
   * @param filters [filters, channels, height, width]
   */
  void apply(INDArray filters) {
    if (largestRms == 0) {
      return;
    }
    for (long i = 0; i < filters.size(0); i++) {
      INDArray filter = filters.slice(i);
      double rms = filter.norm2Number().doubleValue() / Math.sqrt(filter.length());
      if (rms > largestRms) {
        filter.muli(largestRms / rms);
      }
    }
  }
}
