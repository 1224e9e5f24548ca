/**
 * Draws what the methods found, as the commands draw it. Depends on the methods that it draws and
 * on {@code picture}; no method depends on it.
 *
 * <p>Begin with {@link io.github.unitscope.visualize.figures.Figures}.
 */
package io.github.unitscope.visualize.figures;
