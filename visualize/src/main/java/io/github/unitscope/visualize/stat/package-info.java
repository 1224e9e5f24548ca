/**
 * Statistics that more than one method needs: cosines, quantiles, intervals. Depends on {@code
 * network} alone.
 */
package io.github.unitscope.visualize.stat;
