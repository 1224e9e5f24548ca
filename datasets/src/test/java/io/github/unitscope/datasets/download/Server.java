package io.github.unitscope.datasets.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A web server on the loopback that misbehaves as it is told; one connection at a time. On plain
 * sockets, because a proper server cannot break off or fall silent in the middle of a file.
 */
final class Server implements AutoCloseable {
  private final ServerSocket socket;
  private final Answer answer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicLong bodyBytes = new AtomicLong();

  /** What is answered to a request. */
  interface Answer {
    /**
     * Answers.
     *
     * @param name the last part of the path
     * @param from the first byte that is asked for; 0 without a range
     */
    void to(String name, long from, Server server, OutputStream out) throws IOException;
  }

  Server(Answer answer) throws IOException {
    this.answer = answer;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "test server");
    thread.setDaemon(true);
    thread.start();
  }

  URI folder() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/data/");
  }

  /** Names that were asked for, in order, with {@code @from} for a range. */
  List<String> requests() {
    return requests;
  }

  /** Bytes of files that were sent. */
  long bodyBytes() {
    return bodyBytes.get();
  }

  /** A server that knows a file and how to send a part of it. */
  static Answer file(byte[] file) {
    return (name, from, server, out) -> {
      if (from >= file.length) {
        server.head(out, "416 Range Not Satisfiable", 0, "Content-Range: bytes */" + file.length);
      } else if (from > 0) {
        byte[] rest = Arrays.copyOfRange(file, (int) from, file.length);
        String range = "Content-Range: bytes " + from + "-" + (file.length - 1) + "/" + file.length;
        server.head(out, "206 Partial Content", rest.length, range);
        server.body(out, rest, rest.length);
      } else {
        server.head(out, "200 OK", file.length);
        server.body(out, file, file.length);
      }
    };
  }

  void head(OutputStream out, String status, long length, String... more) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + "\r\nConnection: close\r\n");
    if (length >= 0) {
      head.append("Content-Length: ").append(length).append("\r\n");
    }
    for (String line : more) {
      head.append(line).append("\r\n");
    }
    out.write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  void body(OutputStream out, byte[] bytes, int count) throws IOException {
    // Counted before it is sent: the client may be done, and ask, before this thread goes on.
    bodyBytes.addAndGet(count);
    out.write(bytes, 0, count);
    out.flush();
  }

  /** Sends what follows a place, a byte every 50 ms, until the server is closed. */
  void drip(OutputStream out, byte[] bytes, int from) throws IOException {
    try {
      for (int i = from; i < bytes.length && !closed.await(50, TimeUnit.MILLISECONDS); i++) {
        out.write(bytes[i]);
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says nothing until the server is closed. */
  void beSilent() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        answer(connection);
      } catch (IOException e) {
        // The client went away, as it may, or the test is over.
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    String name = in.readLine().split(" ")[1].replaceAll(".*/", "");
    long from = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.startsWith("Range: bytes=")) {
        from = Long.parseLong(line.substring(13, line.length() - 1));
      }
    }
    requests.add(from > 0 ? name + "@" + from : name);
    answer.to(name, from, this, connection.getOutputStream());
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
