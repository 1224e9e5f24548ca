/**
 * How fast unitscope is, measured in the open: {@linkplain io.github.unitscope.benchmarks.Workload
 * workloads}, the matrix products that bound them ({@link io.github.unitscope.benchmarks.Roof}),
 * and rounds of both that take turns ({@link io.github.unitscope.benchmarks.Bench}). The command
 * {@code bench}, JMH and the peers all measure with it. Begin with {@link
 * io.github.unitscope.benchmarks.WorkloadCatalog}.
 */
package io.github.unitscope.benchmarks;
