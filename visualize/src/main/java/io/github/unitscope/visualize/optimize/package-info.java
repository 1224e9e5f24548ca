/**
 * Optimization without constraints that more than one method needs: the limited-memory quasi-Newton
 * method L-BFGS and the vectors that it works on. Depends on no other package of this module.
 */
package io.github.unitscope.visualize.optimize;
