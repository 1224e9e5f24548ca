/**
 * The choice of what is looked at: units, channels and neurons of a layer, classes, and objectives
 * made of them, in words too. Every method chooses here. Depends on no other package of this
 * module.
 *
 * <p>Begin with {@link io.github.unitscope.visualize.select.UnitSelector} or {@link
 * io.github.unitscope.visualize.select.ObjectiveParser}.
 */
package io.github.unitscope.visualize.select;
