package io.github.unitscope.provenance;

import io.github.unitscope.network.message.PlainText;
import io.github.unitscope.network.storage.StopRequestedException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether this process was asked to end: by Ctrl-C, or by {@code kill} without {@code -9}. Work
 * that can go on later asks, keeps its state, and ends; the virtual machine waits for that.
 *
 * <p>A signal belongs to the whole process, and so does this class.
 */
public final class Interruption {
  /** What a shell gives to a process that was interrupted: 128 and the number of the signal. */
  public static final int EXIT_CODE = 130;

  /** A step of a training, and the writing of its state, take far less. */
  private static final long PATIENCE_SECONDS = 60;

  private static final AtomicInteger RESUMABLE_RUNS = new AtomicInteger();
  private static final CountDownLatch ENDED = new CountDownLatch(1);

  private static volatile boolean requested;
  private static volatile boolean complete;
  private static volatile String advice = "";

  private Interruption() {}

  /**
   * Listens from now on.
   *
   * @param err where to say how to go on
   */
  public static void listen(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(err), "interruption"));
  }

  private static void stop(PrintStream err) {
    if (ENDED.getCount() == 0) {
      return;
    }
    requested = true;
    if (RESUMABLE_RUNS.get() > 0) {
      await();
    }
    if (!complete && !advice.isEmpty()) {
      err.println(PlainText.of(advice));
    }
  }

  private static void await() {
    try {
      if (!ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        complete = false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process was asked to end. */
  public static boolean isRequested() {
    return requested;
  }

  /**
   * Ends work that keeps what it does by itself.
   *
   * @param kept where
   * @throws StopRequestedException if the process was asked to end
   */
  public static void stopIfRequested(Path kept) {
    if (requested) {
      throw new StopRequestedException("finished work is kept in " + kept);
    }
  }

  /** What to say if the process is asked to end from now on. */
  public static void advise(String text) {
    advice = text;
  }

  /**
   * Says that the program has come to its end.
   *
   * @param isComplete whether it came there as if nobody had interrupted it
   */
  public static void ended(boolean isComplete) {
    complete = isComplete;
    ENDED.countDown();
  }

  /** From now on, the process waits for a run to keep its state. */
  static void await(boolean begins) {
    RESUMABLE_RUNS.addAndGet(begins ? 1 : -1);
  }
}
