package io.github.unitscope.network.numerics;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Runs the shards of a job on a fixed number of threads.
 *
 * <p>Each shard writes only what is its own. Whoever sums over shards cuts the job by its own size,
 * never by the number of threads, and sums afterwards in the order of the shards. Where nothing is
 * summed over shards, a job may be cut by the number of threads, if what is computed of an item
 * does not depend on those beside it: for rows of a batch {@link EqualRows} sees to that, for the
 * ascents of maximization as an example. So results are the same bits for any number of threads.
 */
public final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /**
   * @param threads how many shards run at once, the calling thread included; at least 1
   * @throws IllegalArgumentException if {@code threads} is below 1
   */
  public Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
    this.threads = threads;
    // The calling thread is one of them; a pool has at least one, which is not begun until needed.
    int others = Math.max(1, threads - 1);
    this.pool =
        new ThreadPoolExecutor(
            others, others, 0, TimeUnit.SECONDS, new WatchedQueue(), Workers::thread);
  }

  /** As many threads as the machine has processors. */
  public static Workers ofAllProcessors() {
    return new Workers(Runtime.getRuntime().availableProcessors());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "unitscope-worker");
    thread.setDaemon(true);
    return thread;
  }

  /** How many shards run at once. */
  public int threads() {
    return threads;
  }

  /**
   * Runs {@code task} once for every shard from 0 to {@code shards} − 1, in any order, and returns
   * when all are done. What a shard throws is thrown here, and no further shard is begun.
   */
  public void forEachShard(int shards, IntConsumer task) {
    if (threads == 1 || shards <= 1) {
      for (int shard = 0; shard < shards; shard++) {
        task.accept(shard);
      }
      return;
    }
    new ShardedJob(shards, Math.min(threads, shards), task).run(pool);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
