/** {@code compare}: the three methods side by side. */
package io.github.unitscope.experiments.compare;
