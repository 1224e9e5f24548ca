package io.github.unitscope.network.numerics;

import java.util.concurrent.LinkedBlockingQueue;

/** A queue at which a thread watches for a while before it sleeps. */
final class WatchedQueue extends LinkedBlockingQueue<Runnable> {
  private static final long serialVersionUID = 1;

  @Override
  public Runnable take() throws InterruptedException {
    Patience.until(() -> !isEmpty());
    Runnable task = poll();
    return task == null ? super.take() : task;
  }
}
