/**
 * Are the filters of a first layer localized oriented edges? {@link
 * io.github.unitscope.visualize.gabor.GaborFit} says how much of a filter a Gabor function
 * explains.
 */
package io.github.unitscope.visualize.gabor;
