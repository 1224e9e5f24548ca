/**
 * The choice of what is looked at: units and channels of a layer, classes, and objectives made of
 * them. Every method chooses here; depends on {@code network} alone.
 */
package io.github.unitscope.visualize.select;
