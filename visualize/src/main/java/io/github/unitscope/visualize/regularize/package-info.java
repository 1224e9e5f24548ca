/**
 * What keeps an ascent away from noise: penalties and filters. Begin with {@link
 * io.github.unitscope.visualize.regularize.Regularizer}.
 */
package io.github.unitscope.visualize.regularize;
