/** {@code occlude}: what a square over parts of an image takes away. */
package io.github.unitscope.experiments.occlude;
