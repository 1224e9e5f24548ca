/**
 * How fast unitscope is, measured in the open: {@linkplain
 * io.github.unitscope.experiments.bench.Workload workloads}, the matrix products that bound them
 * ({@link io.github.unitscope.experiments.bench.Roof}), and rounds of both that take turns ({@link
 * io.github.unitscope.experiments.bench.Bench}). Begin with {@link
 * io.github.unitscope.experiments.bench.WorkloadCatalog}.
 */
package io.github.unitscope.experiments.bench;
