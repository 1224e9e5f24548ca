package io.github.unitscope.visualize.combine;

/**
 * The picture of a unit as a combination of filters.
 *
 * @param unit from 0
 * @param image [inputs]
 * @param filters of layer 1 that are in it
 * @param share of the unit's sum of squared weights that the followed connections hold, in [0, 1]
 */
public record Combination(int unit, float[] image, int filters, double share) {}
