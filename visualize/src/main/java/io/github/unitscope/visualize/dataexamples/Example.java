package io.github.unitscope.visualize.dataexamples;

/**
 * An image that was chosen for what a unit makes of it.
 *
 * @param image its index in the image set
 * @param value of the unit or channel
 * @param place where in the layer the value is, row · width + column, or −1 for a mean over places
 */
public record Example(int image, float value, int place) {}
