package io.github.unitscope.experiments.gallery;

import java.util.Map;

/**
 * The data of a layer, as the page reads them.
 *
 * @param index of the layer, from 1
 * @param units their numbers; positions in all other lists are positions in this one
 * @param statistics [U] by key
 * @param views by key
 * @param histograms of the activations on the data
 * @param curves of the ascents to the best images
 */
record LayerPage(
    int index,
    int[] units,
    Map<String, double[]> statistics,
    Map<String, View> views,
    Histograms histograms,
    Curves curves) {

  /**
   * @param low [U], the least activation
   * @param high [U], the greatest
   * @param counts [U][bins], images in each of equally wide bins from low to high
   * @param quantity what they are of
   * @param marks [U] by view, the unit's activation on the picture of a method
   */
  record Histograms(
      double[] low, double[] high, int[][] counts, String quantity, Map<String, double[]> marks) {}

  /**
   * @param values [U][points] of what is maximized
   * @param steps [U][points], which of the accepted steps
   * @param quantity what is maximized
   */
  record Curves(double[][] values, int[][] steps, String quantity) {}
}
