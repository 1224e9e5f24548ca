/**
 * {@code reproduce o17}: figures of Olah, Mordvintsev and Schubert, <i>Feature Visualization</i>
 * (Distill, 2017).
 */
package io.github.unitscope.experiments.reproduce.olah2017;
