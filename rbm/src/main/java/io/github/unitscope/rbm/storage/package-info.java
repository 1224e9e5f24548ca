/** Deep belief networks on disk: {@link io.github.unitscope.rbm.storage.DbnFolder}. */
package io.github.unitscope.rbm.storage;
