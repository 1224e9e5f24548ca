/** The workloads of {@code bench} under the Java Microbenchmark Harness. */
package io.github.unitscope.benchmarks.jmh;
