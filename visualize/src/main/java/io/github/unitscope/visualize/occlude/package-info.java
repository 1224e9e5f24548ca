/**
 * What a network gives while a square covers one part of an image after the other: Zeiler and
 * Fergus, <i>Visualizing and Understanding Convolutional Networks</i> (2013), sections 4.2 and 4.3.
 *
 * <p>A {@link io.github.unitscope.visualize.occlude.Occluder} says where the square goes, a {@link
 * io.github.unitscope.visualize.occlude.Measure} which number is read there, and {@link
 * io.github.unitscope.visualize.occlude.OcclusionMaps} makes the maps.
 */
package io.github.unitscope.visualize.occlude;
