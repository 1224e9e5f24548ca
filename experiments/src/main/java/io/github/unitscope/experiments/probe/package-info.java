/** {@code probe}: linear classifiers on each layer. */
package io.github.unitscope.experiments.probe;
