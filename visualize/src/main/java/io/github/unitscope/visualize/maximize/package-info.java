/**
 * Activation maximization: the image, among those allowed, that excites a unit most (Erhan, Bengio,
 * Courville, Vincent 2009).
 *
 * <p>Begin with {@link io.github.unitscope.visualize.maximize.Maximization}; below it is {@link
 * io.github.unitscope.visualize.maximize.Maximizer}, which takes any list of ascents. What is
 * maximized is an {@link io.github.unitscope.visualize.select.Objective}, where the image must stay
 * a {@link io.github.unitscope.visualize.maximize.Constraint}, how it moves an {@link
 * io.github.unitscope.visualize.maximize.Ascent}: independent values, of which any combination
 * works on any network.
 */
package io.github.unitscope.visualize.maximize;
