/** {@code likelihood}: the test log-likelihood of a model's lowest RBM. */
package io.github.unitscope.experiments.likelihood;
