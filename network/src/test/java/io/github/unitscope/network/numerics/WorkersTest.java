package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void everyShardRunsOnce(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int shards : new int[] {0, 1, 2, 3, 1000}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(shards);
        workers.forEachShard(shards, runs::incrementAndGet);
        for (int shard = 0; shard < shards; shard++) {
          assertEquals(1, runs.get(shard), "shard " + shard + " of " + shards);
        }
      }
    }
  }

  @Test
  void asManyShardsRunAtOnceAsThereAreThreads() {
    try (Workers workers = new Workers(3)) {
      CountDownLatch allHere = new CountDownLatch(3);
      workers.forEachShard(
          3,
          shard -> {
            allHere.countDown();
            await(allHere);
          });
      assertEquals(0, allHere.getCount());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void whatAShardThrowsComesThrough(int threads) {
    IllegalStateException failure = new IllegalStateException("shard 7");
    try (Workers workers = new Workers(threads)) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () ->
                  workers.forEachShard(
                      20,
                      shard -> {
                        if (shard == 7) {
                          throw failure;
                        }
                      }));
      assertSame(failure, thrown);
    }
  }

  @Test
  void noShardBeginsAfterAFailureAndThoseBegunEndFirst() {
    AtomicInteger begun = new AtomicInteger();
    AtomicBoolean otherEnded = new AtomicBoolean();
    CountDownLatch bothHere = new CountDownLatch(2);
    try (Workers workers = new Workers(2)) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              workers.forEachShard(
                  1000,
                  shard -> {
                    begun.incrementAndGet();
                    bothHere.countDown();
                    await(bothHere);
                    if (shard == 0) {
                      throw new IllegalArgumentException();
                    }
                    sleep(300);
                    otherEnded.set(true);
                  }));
    }
    assertEquals(2, begun.get());
    assertTrue(otherEnded.get(), "a shard was still running");
  }

  @Test
  void oneThreadStopsAtTheFailure() {
    AtomicInteger begun = new AtomicInteger();
    try (Workers workers = new Workers(1)) {
      assertThrows(
          ArithmeticException.class,
          () -> workers.forEachShard(9, shard -> begun.addAndGet(1 + 0 / (3 - shard))));
    }
    assertEquals(3, begun.get());
  }

  @Test
  void noThreadsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0).close());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aThreadThatCannotBeBegunEndsTheJobAfterTheShardsThatRun() {
    CountDownLatch running = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    AtomicInteger threads = new AtomicInteger();
    Executor others =
        task -> {
          if (threads.getAndIncrement() > 0) {
            await(running);
            throw new OutOfMemoryError("unable to create native thread");
          }
          new Thread(task).start();
        };
    ShardedJob job =
        new ShardedJob(
            30,
            3,
            shard -> {
              begun.incrementAndGet();
              running.countDown();
              LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
              ended.incrementAndGet();
            });
    assertThrows(OutOfMemoryError.class, () -> job.run(others));
    assertEquals(begun.get(), ended.get());
    assertTrue(begun.get() < 30, "no further shard is begun");
  }
}
