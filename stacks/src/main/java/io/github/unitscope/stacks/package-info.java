/**
 * What stacks of RBMs and of autoencoders share: fully connected logistic layers on top of each
 * other, {@link io.github.unitscope.stacks.LogisticStack}, and the networks to hold a trained one
 * against, {@link io.github.unitscope.stacks.NullModel}.
 *
 * <p>Depends on {@code network} only; the other packages of this module depend on it.
 */
package io.github.unitscope.stacks;
