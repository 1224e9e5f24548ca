/**
 * The arithmetic under the models: float32 matrices on ND4J, work cut into shards, and the logistic
 * function.
 *
 * <p>{@link io.github.unitscope.network.numerics.Matrix} holds what BLAS multiplies; {@link
 * io.github.unitscope.network.numerics.Workers} runs shards on threads so that results do not
 * depend on how many there are. {@link io.github.unitscope.network.numerics.Numerics} is what
 * programs may choose of the native libraries below.
 */
package io.github.unitscope.network.numerics;
