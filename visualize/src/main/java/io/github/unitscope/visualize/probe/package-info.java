/**
 * What a linear classifier reads off each layer (Alain and Bengio 2016, <i>Understanding
 * intermediate layers using linear classifier probes</i>; the per-layer features of Zeiler and
 * Fergus 2013, Table 7).
 *
 * <p>Begin with {@link io.github.unitscope.visualize.probe.LinearProbe}. The classifier is trained
 * in double to the optimum of a strictly convex function, so that a number is a property of the
 * layer and the images, not of how long somebody trained.
 */
package io.github.unitscope.visualize.probe;
