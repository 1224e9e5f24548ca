/**
 * Images of a data set that units respond to most, least and in between (Olah et al. 2017; the "top
 * 9" of Zeiler and Fergus 2013).
 *
 * <p>Begin with {@link io.github.unitscope.visualize.dataexamples.DataExamples}: one pass over the
 * images, with memory that does not grow with their number.
 */
package io.github.unitscope.visualize.dataexamples;
