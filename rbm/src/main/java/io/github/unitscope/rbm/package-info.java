/**
 * Restricted Boltzmann machines and deep belief networks: training, Gibbs steps and likelihood.
 *
 * <p>Begin with {@link io.github.unitscope.rbm.Rbm}, the model; {@link
 * io.github.unitscope.rbm.RbmTrainer} trains one by contrastive divergence, {@link
 * io.github.unitscope.rbm.DbnTrainer} stacks several into a {@link io.github.unitscope.rbm.Dbn}.
 * The package {@code likelihood} says how good one is.
 */
package io.github.unitscope.rbm;
