package io.github.unitscope.datasets.download;

import java.net.HttpURLConnection;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Breaks a connection off that is too slow, from another thread: time-outs of sockets begin anew
 * with every byte, so that a server which sends one now and then would be waited for without end.
 * What comes before the file counts for nothing.
 */
final class RateWatch implements AutoCloseable {
  private final HttpURLConnection connection;
  private final LowestRate lowest;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile long arrived;
  private volatile boolean broken;

  private RateWatch(HttpURLConnection connection, LowestRate lowest) {
    this.connection = connection;
    this.lowest = lowest;
  }

  /** Begins to watch; before anything is asked of the server. */
  static RateWatch start(HttpURLConnection connection, LowestRate lowest) {
    RateWatch watch = new RateWatch(connection, lowest);
    Thread thread = new Thread(watch::watch, "rate of a download");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void watch() {
    long before = 0;
    try {
      while (!over.await(lowest.time().toMillis(), TimeUnit.MILLISECONDS)) {
        if (arrived - before < lowest.bytes()) {
          broken = true;
          connection.disconnect();
          return;
        }
        before = arrived;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Called when bytes have come; how many in all. */
  void at(long bytes) {
    arrived = bytes;
  }

  /** The reason where this has broken the connection off, else another. */
  TransferException explain(String otherwise) {
    return new TransferException(
        broken
            ? String.format(
                Locale.ROOT,
                "the server sent fewer than %d bytes in %d s",
                lowest.bytes(),
                lowest.time().toSeconds())
            : otherwise);
  }

  /** Whether the connection was broken off: what has come may then look like the end. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    over.countDown();
  }
}
