package io.github.unitscope.benchmarks.jmh;

import io.github.unitscope.benchmarks.BenchSizes;
import io.github.unitscope.benchmarks.BenchedConvNet;
import io.github.unitscope.benchmarks.Comparison;
import io.github.unitscope.benchmarks.Work;
import io.github.unitscope.benchmarks.Workload;
import io.github.unitscope.benchmarks.WorkloadCatalog;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One round of a workload, in a virtual machine of its own. The time includes what a round does
 * around its own clock: for {@code cd1} and {@code dae} the monitoring before and after the epoch.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
public class WorkloadBenchmark {
  private static final long SEED = 42;

  /** As {@code ./unitscope bench --only} takes it. */
  @Param({
    "roof-360",
    "roof-core",
    "maximize-36",
    "maximize-360",
    "roof-100",
    "cd1-100",
    "roof-20",
    "cd1-20",
    "dae-20",
    "sample",
    "convnet-128",
    "convnet-224"
  })
  public String workload;

  private Workers workers;
  private Workload.Rounds rounds;

  /** Makes what the rounds need. */
  @Setup
  public void prepare() {
    WorkloadCatalog catalog =
        WorkloadCatalog.of(BenchSizes.DEFAULTS, BenchedConvNet.find(null)).only(List.of(workload));
    Comparison comparison = catalog.comparisons().get(0);
    workers = new Workers(Runtime.getRuntime().availableProcessors());
    rounds = comparison.subject().prepare(workers, Seed.root(SEED));
  }

  /** A round. */
  @Benchmark
  public Work round() {
    return rounds.run();
  }

  /** Gives the memory and the threads back. */
  @TearDown
  public void close() {
    rounds.close();
    workers.close();
  }
}
