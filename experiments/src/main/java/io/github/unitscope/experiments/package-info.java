/**
 * The commands that people type, a package each: its options, what it does, what it draws.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.Unitscope}, which has the list of commands.
 * How words become options is in {@code command}, options that several commands have in {@code
 * options}, captions, tables and charts of one style in {@code output}; {@code terminal} alone
 * prints.
 */
package io.github.unitscope.experiments;
