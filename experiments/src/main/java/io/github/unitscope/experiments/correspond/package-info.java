/** {@code correspond}: whether a layer knows parts of different images as the same part. */
package io.github.unitscope.experiments.correspond;
