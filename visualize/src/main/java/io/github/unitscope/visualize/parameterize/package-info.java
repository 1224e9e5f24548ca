/**
 * What is moved during an ascent: pixels, or coefficients of which an image is made. Begin with
 * {@link io.github.unitscope.visualize.parameterize.Parameterization}.
 */
package io.github.unitscope.visualize.parameterize;
