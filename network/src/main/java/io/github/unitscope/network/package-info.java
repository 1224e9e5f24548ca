/**
 * What a model is to everyone else.
 *
 * <p>Begin with {@link io.github.unitscope.network.Network}: a model that maps an input to the
 * outputs of its layers and takes gradients back to the input. Models know nothing of the methods
 * that look at them, and methods nothing of how a model was trained: they meet here. {@link
 * io.github.unitscope.network.random.Seed} is where every random number of the project comes from.
 */
package io.github.unitscope.network;
