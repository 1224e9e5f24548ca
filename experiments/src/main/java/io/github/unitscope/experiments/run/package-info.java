/**
 * What a run leaves behind: a folder that appears whole or not at all, with a manifest of all that
 * is needed to make the run again.
 */
package io.github.unitscope.experiments.run;
