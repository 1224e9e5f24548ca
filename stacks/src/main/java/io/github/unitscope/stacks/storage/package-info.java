/**
 * Stacks on disk: {@link io.github.unitscope.stacks.storage.StackFormat}, of which every kind of
 * stack has its own with a {@link io.github.unitscope.stacks.storage.StackDescription}.
 *
 * <p>Depends on {@code stacks}, {@code network.model} and {@code network.storage}.
 */
package io.github.unitscope.stacks.storage;
