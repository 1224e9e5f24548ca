/** {@code gabor}: Gabor functions fitted to the filters of the first layer. */
package io.github.unitscope.experiments.gabor;
