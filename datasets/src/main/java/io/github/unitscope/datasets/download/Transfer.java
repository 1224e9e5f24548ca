package io.github.unitscope.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * Brings one file over HTTP, going on where an earlier try stopped.
 *
 * <p>Not with {@code java.net.http}: its time-outs end with the response's header, so that a server
 * which falls silent in the middle of a file would be waited for without end.
 *
 * @param source the address
 * @param part where the bytes go; what is there already is the beginning of the file
 * @param patience how long the server may be silent
 * @param lowest rate at which its bytes must come
 * @param listener is told how it goes
 */
record Transfer(
    URI source, Path part, Duration patience, LowestRate lowest, DownloadListener listener) {
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** Far above any file of a dataset here: a server that never ends must not fill the disk. */
  private static final long LARGEST = 64L << 20;

  /**
   * Brings what is missing.
   *
   * @throws TransferException if the server does not deliver; what has arrived stays
   * @throws IOException if the part cannot be written
   */
  void run() throws TransferException, IOException {
    requireFile();
    long there = Files.exists(part) ? Files.size(part) : 0;
    HttpURLConnection connection = connect(there);
    try (RateWatch watch = RateWatch.start(connection, lowest)) {
      int status = status(connection, watch);
      if (status == RANGE_NOT_SATISFIABLE && there > 0) {
        // All is there already, or the file has changed: the hash will tell, or a fresh start.
        Files.delete(part);
        connection.disconnect();
        run();
        return;
      }
      if (status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_PARTIAL) {
        throw new TransferException("the server answered " + status);
      }
      boolean goesOn = status == HttpURLConnection.HTTP_PARTIAL && continues(connection, there);
      copy(connection, goesOn ? there : 0, watch);
    } finally {
      connection.disconnect();
    }
  }

  /** A pipe would be waited for. */
  private void requireFile() throws IOException {
    if (Files.exists(part) && !Files.isRegularFile(part)) {
      throw new IOException("it is not a regular file; move it away");
    }
  }

  private HttpURLConnection connect(long from) throws TransferException {
    try {
      HttpURLConnection connection = (HttpURLConnection) source.toURL().openConnection();
      connection.setConnectTimeout((int) patience.toMillis());
      connection.setReadTimeout((int) patience.toMillis());
      if (from > 0) {
        connection.setRequestProperty("Range", "bytes=" + from + "-");
      }
      return connection;
    } catch (IOException | ClassCastException | IllegalArgumentException e) {
      throw new TransferException(source + " is not an address on the web");
    }
  }

  private static int status(HttpURLConnection connection, RateWatch watch)
      throws TransferException {
    try {
      return connection.getResponseCode();
    } catch (SocketTimeoutException e) {
      throw watch.explain("the server did not answer in time");
    } catch (IOException e) {
      throw watch.explain("no connection (" + e.getMessage() + ")");
    }
  }

  /** Whether the range that is sent begins where the part ends. */
  private static boolean continues(HttpURLConnection connection, long there) {
    String range = connection.getHeaderField("Content-Range");
    return range != null && range.startsWith("bytes " + there + "-");
  }

  private void copy(HttpURLConnection connection, long from, RateWatch watch)
      throws TransferException, IOException {
    long expected = connection.getContentLengthLong();
    long total = expected < 0 ? -1 : from + expected;
    long done = from;
    byte[] chunk = new byte[1 << 16];
    try (InputStream in = body(connection);
        OutputStream out = open(from)) {
      int read;
      while ((read = read(in, chunk, done, total, watch)) >= 0) {
        out.write(chunk, 0, read);
        done += read;
        watch.at(done - from);
        listener.at(source.getPath().replaceAll(".*/", ""), done, total);
        if (done > LARGEST) {
          throw new TransferException("the server sends more than the file can have");
        }
      }
    }
    if (watch.isBroken() || total >= 0 && done < total) {
      throw watch.explain(broken(done, total));
    }
  }

  private static String broken(long done, long total) {
    return String.format(Locale.ROOT, "the connection broke after %d of %d bytes", done, total);
  }

  private static InputStream body(HttpURLConnection connection) throws TransferException {
    try {
      return connection.getInputStream();
    } catch (IOException e) {
      throw new TransferException("no data (" + e.getMessage() + ")");
    }
  }

  private OutputStream open(long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(part, StandardOpenOption.APPEND)
        : Files.newOutputStream(part);
  }

  private int read(InputStream in, byte[] chunk, long done, long total, RateWatch watch)
      throws TransferException {
    try {
      return in.read(chunk);
    } catch (SocketTimeoutException e) {
      throw watch.explain(
          String.format(Locale.ROOT, "the server has been silent for %d s", patience.toSeconds()));
    } catch (IOException e) {
      // What ends too early is the end to older versions of Java, an error to newer ones.
      throw watch.explain(
          total < 0 ? "the connection broke (" + e.getMessage() + ")" : broken(done, total));
    }
  }
}
