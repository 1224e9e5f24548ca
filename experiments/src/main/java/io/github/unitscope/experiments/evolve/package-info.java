/**
 * Training as an animation: what convolutions make of ten digits (Watch this neural network learn
 * to see), what their strongest activations go back to (Zeiler and Fergus 2013) and what excites
 * chosen units most, step by step. Begin at {@link
 * io.github.unitscope.experiments.evolve.Evolution}.
 */
package io.github.unitscope.experiments.evolve;
