/** {@code sample}: Gibbs sampling with a unit clamped on. */
package io.github.unitscope.experiments.sample;
