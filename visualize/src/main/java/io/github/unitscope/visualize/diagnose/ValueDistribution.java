package io.github.unitscope.visualize.diagnose;

/**
 * How the values of a unit or channel are distributed over a set of images.
 *
 * @param least value
 * @param greatest value
 * @param mean of all
 * @param deviation the root of their mean squared distance from the mean
 * @param skewness the mean of the cubed distances over the cubed deviation: positive with a long
 *     tail of great values; NaN where all values are equal
 * @param onShare the share of images with a value above the threshold that was asked for
 * @param counts images in each of equally wide bins from the least value to the greatest; a value
 *     on an edge belongs to the bin above it, the greatest to the last. The first, if all are equal
 */
public record ValueDistribution(
    double least,
    double greatest,
    double mean,
    double deviation,
    double skewness,
    double onShare,
    int[] counts) {}
