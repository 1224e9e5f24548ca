package io.github.unitscope.benchmarks.peers;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.JniUtils;
import io.github.unitscope.benchmarks.Done;
import io.github.unitscope.benchmarks.Work;
import io.github.unitscope.benchmarks.Workload;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.Locale;
import java.util.function.Supplier;

/** Work done by libtorch with a number of threads of its own. */
abstract class TorchWorkload implements Workload {
  private static final String ENGINE = "PyTorch";

  private final String work;
  private final String item;
  private final int threads;

  /**
   * @param work name of the workload of unitscope that does the same
   * @param item what is counted
   * @param threads that libtorch uses within an operation
   */
  TorchWorkload(String work, String item, int threads) {
    this.work = work;
    this.item = item;
    this.threads = threads;
  }

  /** Makes the model and the images; the arrays go with the manager. */
  abstract Supplier<Done> prepare(NDManager manager, Seed seed);

  @Override
  public final String name() {
    return "torch-" + work + "-t" + threads;
  }

  @Override
  public final String item() {
    return item;
  }

  @Override
  public final String description() {
    return String.format(Locale.ROOT, "%s in libtorch, %d threads", work, threads);
  }

  @Override
  public final Rounds prepare(Workers workers, Seed seed) {
    NDManager manager = NDManager.newBaseManager(null, ENGINE);
    Supplier<Done> round = prepare(manager, seed);
    return new Rounds() {
      @Override
      public Work run() {
        JniUtils.setNumThreads(threads);
        return Work.timed(round);
      }

      @Override
      public void close() {
        manager.close();
      }
    };
  }

  /** The type of all numbers. */
  static DataType type() {
    return DataType.FLOAT32;
  }
}
