/**
 * What may be wrong with a network: units that never do anything, first-layer filters of extreme
 * frequencies, aliasing, duplicate filters (Zeiler and Fergus 2013, section 4.1). Begin with {@link
 * io.github.unitscope.visualize.diagnose.LayerActivity} and {@link
 * io.github.unitscope.visualize.diagnose.FilterSpectrum}.
 */
package io.github.unitscope.visualize.diagnose;
