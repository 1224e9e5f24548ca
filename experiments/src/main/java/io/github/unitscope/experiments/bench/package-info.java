/** {@code bench}: how fast this machine is at the workloads of {@code benchmarks}. */
package io.github.unitscope.experiments.bench;
