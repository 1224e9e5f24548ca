/** {@code model import}: models of other programs become model folders. */
package io.github.unitscope.experiments.modelimport;
