/** The launcher, a script: run by the shell, as people run it. */
package io.github.unitscope.experiments.launcher;
