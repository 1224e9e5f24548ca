/**
 * The work of {@code bench} in libtorch, the strongest alternative on the Java virtual machine,
 * through the Deep Java Library: the same sizes, batches, float type and rule for stopping, written
 * for speed as its users would. Begin with {@link io.github.unitscope.benchmarks.peers.Peers}.
 */
package io.github.unitscope.benchmarks.peers;
