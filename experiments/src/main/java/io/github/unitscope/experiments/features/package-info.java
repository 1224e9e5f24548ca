/**
 * The figures of Olah, Mordvintsev and Schubert (2017) for a network of one's own: {@link
 * io.github.unitscope.experiments.features.ReproduceFeatures}.
 */
package io.github.unitscope.experiments.features;
