/** {@code show}: a run's inputs and outputs, and whether the outputs are unchanged. */
package io.github.unitscope.experiments.show;
