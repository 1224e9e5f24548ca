/** {@code diagnose}: dead units, extreme frequencies, aliasing, duplicate filters. */
package io.github.unitscope.experiments.diagnose;
