package io.github.unitscope.network.numerics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/**
 * The shards of one job, for several threads. Every thread begins with a range of its own, so that
 * the next job of as many shards finds in its cache what this one left there, and then takes from
 * the ranges of the others.
 */
final class ShardedJob {
  private final int shards;
  private final int ranges;
  private final IntConsumer task;

  /** The next shard of every range. */
  private final AtomicIntegerArray next;

  /**
   * @param shards how many there are
   * @param threads how many run at once; no more than there are shards
   * @param task of a shard
   */
  ShardedJob(int shards, int threads, IntConsumer task) {
    this.shards = shards;
    this.ranges = threads;
    this.task = task;
    this.next = new AtomicIntegerArray(threads);
    for (int range = 0; range < threads; range++) {
      next.set(range, begin(range));
    }
  }

  private int begin(int range) {
    return (int) ((long) range * shards / ranges);
  }

  /**
   * Runs all shards, on the calling thread and others, and returns when all have ended. What a
   * shard throws is thrown here, and no further shard is begun.
   */
  void run(Executor others) {
    List<OtherThread> otherThreads = new ArrayList<>();
    // All shards end before this returns, whatever fails: they write to the caller's memory.
    Throwable failure = null;
    try {
      for (int range = 1; range < ranges; range++) {
        OtherThread otherThread = new OtherThread(range);
        otherThreads.add(otherThread);
        // Begins a thread at first, for which there may be no room.
        others.execute(otherThread);
      }
      runFrom(0);
    } catch (RuntimeException | Error e) {
      stop();
      failure = e;
    }
    for (OtherThread otherThread : otherThreads) {
      Throwable theirs = otherThread.await();
      failure = failure == null ? theirs : failure;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private void runFrom(int first) {
    boolean done = false;
    try {
      for (int i = 0; i < ranges; i++) {
        runRange((first + i) % ranges);
      }
      done = true;
    } finally {
      if (!done) {
        stop();
      }
    }
  }

  private void runRange(int range) {
    int end = begin(range + 1);
    for (int i = next.getAndIncrement(range); i < end; i = next.getAndIncrement(range)) {
      task.accept(i);
    }
  }

  private void stop() {
    for (int range = 0; range < ranges; range++) {
      next.set(range, shards);
    }
  }

  /** What another thread does of the job, if it comes to it before all shards are begun. */
  private final class OtherThread implements Runnable {
    private final int range;
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Throwable failure;

    OtherThread(int range) {
      this.range = range;
    }

    @Override
    public void run() {
      if (!taken.compareAndSet(false, true)) {
        return;
      }
      try {
        runFrom(range);
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        ended.countDown();
      }
    }

    /** Waits for the end and gives what was thrown, an unchecked exception or an error, or null. */
    Throwable await() {
      if (taken.compareAndSet(false, true)) {
        return null;
      }
      Patience.until(() -> ended.getCount() == 0);
      boolean interrupted = false;
      while (true) {
        try {
          ended.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return failure;
    }
  }
}
