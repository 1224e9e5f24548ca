/**
 * Restricted Boltzmann machines and deep belief networks.
 *
 * <p>Begin with {@link io.github.unitscope.rbm.machine.Rbm}, the model with its equations; {@link
 * io.github.unitscope.rbm.DbnTrainer} trains one, or several on top of each other, by contrastive
 * divergence into a {@link io.github.unitscope.rbm.Dbn}. The package {@code likelihood} says how
 * good a machine is. Depends on {@code stacks}, {@code datasets} and {@code network}.
 *
 * <p>From the first program of the module {@code examples}, Example01TrainAndLook:
 *
 * <pre>{@code
 * Dataset digits = SyntheticDigits.dataset();
 * Dbn dbn = Dbn.train(DbnSettings.of(60, 40), digits, 42);
 * }</pre>
 */
package io.github.unitscope.rbm;
