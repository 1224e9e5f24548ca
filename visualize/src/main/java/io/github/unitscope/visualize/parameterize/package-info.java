/**
 * What is moved during an ascent: pixels, or coefficients of which an image is made. Begin with
 * {@link io.github.unitscope.visualize.parameterize.Parameterization}.
 *
 * <p>{@code Pixels} moves the image itself, {@code DecorrelatedPixels} its uncorrelated colours,
 * {@code Fourier} coefficients scaled as in natural images: these three make the same images, but
 * another way is the short one. {@code Maco} moves phases only, and makes images of one spectrum.
 */
package io.github.unitscope.visualize.parameterize;
