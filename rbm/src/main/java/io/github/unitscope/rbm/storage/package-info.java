/**
 * Deep belief networks on disk: {@link io.github.unitscope.rbm.storage.DbnFormat}. Depends on
 * {@code rbm} and on {@code stacks.storage}.
 */
package io.github.unitscope.rbm.storage;
