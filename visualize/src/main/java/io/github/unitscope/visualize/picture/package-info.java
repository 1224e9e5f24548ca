/**
 * Pictures of what the methods find, with a scale that does not lie: grey is zero, the range is
 * symmetric and printed.
 *
 * <p>A {@link io.github.unitscope.visualize.picture.Figure} has panels, a panel tiles; {@link
 * io.github.unitscope.visualize.picture.FigureRenderer} draws it and {@link
 * io.github.unitscope.visualize.picture.Png} writes it.
 */
package io.github.unitscope.visualize.picture;
