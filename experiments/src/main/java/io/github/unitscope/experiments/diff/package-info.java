/** {@code diff}: compares two runs. */
package io.github.unitscope.experiments.diff;
