/**
 * Images in, matrices out.
 *
 * <p>Begin with {@link io.github.unitscope.datasets.ImageSet}, images that are read one at a time
 * by index, and {@link io.github.unitscope.datasets.Dataset}, the three sets that a model is
 * trained, chosen and tested on. Depends on the shapes, seeds and file reading of {@code network}:
 * it knows nothing of models or of training.
 */
package io.github.unitscope.datasets;
