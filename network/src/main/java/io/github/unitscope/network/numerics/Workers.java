package io.github.unitscope.network.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs the shards of a job on a fixed number of threads.
 *
 * <p>A job is cut into shards by its own size, never by the number of threads; each shard writes
 * only what is its own, and whoever sums over shards does it afterwards in shard order. So results
 * are the same bits for any number of threads.
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
    ThreadPoolExecutor fixed =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new WatchedQueue(), Workers::thread);
    if (threads > 1) {
      // Else a thread would be begun for each of the first jobs instead of waiting at the queue.
      fixed.prestartAllCoreThreads();
    }
    this.pool = fixed;
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
    AtomicInteger next = new AtomicInteger();
    Runnable run =
        () -> {
          for (int shard = next.getAndIncrement(); shard < shards; shard = next.getAndIncrement()) {
            runOrStopAll(task, shard, next, shards);
          }
        };
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < Math.min(threads, shards); i++) {
      others.add(pool.submit(run));
    }
    // All shards end before this returns, whatever fails: they write to the caller's memory.
    Throwable failure = null;
    try {
      run.run();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    for (Future<?> other : others) {
      Throwable theirs = await(other);
      failure = failure == null ? theirs : failure;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private static void runOrStopAll(IntConsumer task, int shard, AtomicInteger next, int shards) {
    boolean done = false;
    try {
      task.accept(shard);
      done = true;
    } finally {
      if (!done) {
        next.set(shards);
      }
    }
  }

  /** What a pool thread threw, an unchecked exception or an error; null if nothing. */
  private static Throwable await(Future<?> shards) {
    Patience.until(shards::isDone);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          shards.get();
          return null;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          return e.getCause();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
