/**
 * How a stack is trained, whatever its layers are: layer by layer and step by step, with
 * checkpoints to resume from and a guard against divergence. Begin with {@link
 * io.github.unitscope.stacks.training.StackTrainer}.
 *
 * <p>What a kind of layer does itself is one {@link io.github.unitscope.stacks.training.UpdateRule}
 * and one {@link io.github.unitscope.stacks.training.LayerMonitor}. Depends on {@code stacks}, on
 * images of {@code datasets}, and on {@code network}.
 */
package io.github.unitscope.stacks.training;
