/** {@code combine}: linear combination of the filters below a unit. */
package io.github.unitscope.experiments.combine;
