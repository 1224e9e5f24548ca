/**
 * The commands that people type.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.Unitscope}, which has the list of commands.
 * A command is a class of its own in {@code command}: options in, a run folder out. What options
 * and terminals need is in {@code cli}, what a run leaves in {@code run}, models on disk in {@code
 * model}, figures and tables in {@code report}.
 */
package io.github.unitscope.experiments;
