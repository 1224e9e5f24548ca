/** The commands, a class each: options in, a run folder out. */
package io.github.unitscope.experiments.command;
