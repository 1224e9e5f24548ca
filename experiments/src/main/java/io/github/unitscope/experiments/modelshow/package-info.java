/** {@code model show}: the layers of a model with their shapes. */
package io.github.unitscope.experiments.modelshow;
