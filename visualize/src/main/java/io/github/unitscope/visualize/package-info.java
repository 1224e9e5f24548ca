/**
 * The methods: what does this unit respond to?
 *
 * <p>Each has a package of its own: {@code maximize} (activation maximization), {@code sample}
 * (Gibbs sampling with a unit clamped) and {@code combine} (linear combination of filters). {@code
 * unimodal} tells from many maxima of a unit whether they are the same one. {@code picture} draws
 * what they find. None knows how a model was trained: they see a {@link
 * io.github.unitscope.network.Network}.
 */
package io.github.unitscope.visualize;
