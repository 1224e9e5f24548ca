/**
 * Pictures of what the methods find, with a scale that does not lie: grey is zero, the range is
 * symmetric and printed.
 *
 * <p>A {@link io.github.unitscope.visualize.picture.Figure} has panels, a panel tiles; {@link
 * io.github.unitscope.visualize.picture.FigureRenderer} draws it and {@link
 * io.github.unitscope.visualize.picture.Png} writes it.
 *
 * <p>What changes with time is a list of {@link io.github.unitscope.visualize.picture.Frame}s,
 * drawn by {@link io.github.unitscope.visualize.picture.FrameRenderer} in red, white and blue and
 * written by {@link io.github.unitscope.visualize.picture.Gif}.
 */
package io.github.unitscope.visualize.picture;
