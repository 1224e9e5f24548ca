/** {@code maximize}: activation maximization, for units and for any other objective. */
package io.github.unitscope.experiments.maximize;
