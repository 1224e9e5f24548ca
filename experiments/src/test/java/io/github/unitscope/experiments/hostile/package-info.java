/**
 * Files of strangers, and options that nobody means. Properties of the readers over files that were
 * changed at random, bytes and structure alike (jqwik): a reader gives a valid object or the
 * one-line error, soon, and without taking memory that the file has no use for.
 *
 * <p>{@link io.github.unitscope.experiments.hostile.HostileOptionsTest} gives every option of every
 * command extreme and random values, in a process with little memory.
 *
 * <p>{@code mvn verify} takes the same few thousand files every time. A longer search: {@code mvn
 * -pl ... -Dtest='io.github.unitscope.experiments.hostile.**' -Dunitscope.tries=100000
 * -Dunitscope.seed=random verify}.
 */
package io.github.unitscope.experiments.hostile;
