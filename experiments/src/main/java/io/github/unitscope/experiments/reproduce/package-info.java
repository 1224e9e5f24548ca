/**
 * Erhan et al. (2009) again: which commands make the models and the pictures, and the figures that
 * are composed of what they leave.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.reproduce.Recipe}.
 */
package io.github.unitscope.experiments.reproduce;
