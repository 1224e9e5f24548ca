/**
 * Unimodality, measured: do different random starts lead to the same picture of a unit?
 *
 * <p>Erhan et al. (2009) found so for a few units. Begin with {@link
 * io.github.unitscope.visualize.unimodal.UnitModality}, what many ascents of one unit say; {@link
 * io.github.unitscope.visualize.unimodal.LayerModality} sums up the units of a layer, with
 * intervals. Everything here is a pure function of images and values: the ascents are made
 * elsewhere.
 */
package io.github.unitscope.visualize.unimodal;
