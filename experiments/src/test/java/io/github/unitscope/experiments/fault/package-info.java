/**
 * Faults of the file system, one at every call that a command makes: calls that fail as they do on
 * Linux, a process that is killed at the call, another process that comes between.
 *
 * <p>{@link io.github.unitscope.experiments.fault.FaultyProvider} stands before Java's default file
 * system in a virtual machine of its own, {@link io.github.unitscope.experiments.fault.FaultSweep},
 * and counts the calls below one folder. Commands run within that machine, thousands of them;
 * {@link io.github.unitscope.experiments.fault.HaltTest} compares what a simulated kill leaves with
 * what a process that really dies leaves.
 */
package io.github.unitscope.experiments.fault;
