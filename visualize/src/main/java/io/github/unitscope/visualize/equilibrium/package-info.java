/**
 * What a unit of a deep belief network responds to at equilibrium, by two independent roads, and a
 * certificate that says whether the picture can be believed.
 *
 * <p>A machine with one hidden unit held on is a machine with visible bias b + W[:, i] and one
 * hidden unit less. The first road is the {@link
 * io.github.unitscope.visualize.equilibrium.LayerBank bank}: samples of the whole layer, made once,
 * weighted by p(h_i = 1 | v) for each unit. The second is a ladder on which the unit is held on.
 *
 * <p>Begin with {@link io.github.unitscope.visualize.equilibrium.EquilibriumSampler}.
 */
package io.github.unitscope.visualize.equilibrium;
