package io.github.unitscope.datasets.download;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TransferTest {
  private static final byte[] FILE = new byte[200_000];
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static {
    for (int i = 0; i < FILE.length; i++) {
      FILE[i] = (byte) (i * 131 + i / 256);
    }
  }

  @TempDir private Path folder;
  private Path part;

  @BeforeEach
  void namePart() {
    part = folder.resolve("file.part");
  }

  @Test
  void bringsAFileAndTellsHowItGoes() throws Exception {
    List<Long> done = new ArrayList<>();
    try (Server server = new Server(Server.file(FILE))) {
      DownloadListener listener =
          (file, bytes, total) -> {
            assertEquals("file", file);
            assertEquals(FILE.length, total);
            done.add(bytes);
          };
      new Transfer(server.folder().resolve("file"), part, PATIENCE, LowestRate.DEFAULT, listener)
          .run();
    }
    assertArrayEquals(FILE, Files.readAllBytes(part));
    assertEquals(done.stream().sorted().distinct().toList(), done);
    assertEquals(FILE.length, done.get(done.size() - 1));
  }

  @Test
  void goesOnWhereItStoppedAndAsksForTheRestOnly() throws Exception {
    Files.write(part, Arrays.copyOf(FILE, 150_000));
    try (Server server = new Server(Server.file(FILE))) {
      run(server);
      assertEquals(List.of("file@150000"), server.requests());
      assertEquals(50_000, server.bodyBytes());
    }
    assertArrayEquals(FILE, Files.readAllBytes(part));
  }

  @Test
  void beginsAgainWhereTheServerIgnoresRanges() throws Exception {
    Files.write(part, new byte[150_000]);
    Server.Answer whole = (name, from, s, out) -> Server.file(FILE).to(name, 0, s, out);
    try (Server server = new Server(whole)) {
      run(server);
    }
    assertArrayEquals(FILE, Files.readAllBytes(part));
  }

  @Test
  void beginsAgainWhereThePartIsAsLongAsTheFileOrLonger() throws Exception {
    for (int length : new int[] {FILE.length, FILE.length + 10}) {
      Files.write(part, new byte[length]);
      try (Server server = new Server(Server.file(FILE))) {
        run(server);
        assertEquals(List.of("file@" + length, "file"), server.requests());
      }
      assertArrayEquals(FILE, Files.readAllBytes(part));
    }
  }

  @Test
  void aRangeThatBeginsElsewhereIsNotAppended() throws Exception {
    Files.write(part, Arrays.copyOf(FILE, 100));
    Server.Answer elsewhere =
        (name, from, server, out) -> {
          server.head(out, "206 Partial Content", 50, "Content-Range: bytes 50-99/200000");
          server.body(out, FILE, 50);
        };
    try (Server server = new Server(elsewhere)) {
      runIgnoringFailure(server);
    }
    // Bytes 50 to 99 must not stand where bytes 100 to 149 or 0 to 49 belong.
    byte[] bytes = Files.exists(part) ? Files.readAllBytes(part) : new byte[0];
    assertArrayEquals(Arrays.copyOf(FILE, bytes.length), bytes);
  }

  @Test
  void aBrokenConnectionKeepsWhatCame() throws Exception {
    Server.Answer breaks =
        (name, from, server, out) -> {
          server.head(out, "200 OK", FILE.length);
          server.body(out, FILE, 120_000);
        };
    try (Server server = new Server(breaks)) {
      assertFails(server, PATIENCE, "broke after 120000 of 200000 bytes");
    }
    assertArrayEquals(Arrays.copyOf(FILE, 120_000), Files.readAllBytes(part));
  }

  @Test
  void aSilentServerIsGivenUpAndWhatCameIsKept() throws Exception {
    Server.Answer stalls =
        (name, from, server, out) -> {
          server.head(out, "200 OK", FILE.length);
          server.body(out, FILE, 70_000);
          server.beSilent();
        };
    try (Server server = new Server(stalls)) {
      assertFails(server, Duration.ofSeconds(1), "silent for 1 s");
    }
    assertArrayEquals(Arrays.copyOf(FILE, 70_000), Files.readAllBytes(part));
  }

  /** Every byte would begin the patience anew. */
  @Test
  void aServerThatSendsAByteNowAndThenIsGivenUpAndWhatCameIsKept() throws Exception {
    LowestRate lowest = new LowestRate(10_000, Duration.ofSeconds(1));
    Server.Answer drips =
        (name, from, server, out) -> {
          server.head(out, "200 OK", FILE.length);
          server.body(out, FILE, 70_000);
          server.drip(out, FILE, 70_000);
        };
    try (Server server = new Server(drips)) {
      assertFails(server, PATIENCE, lowest, "fewer than 10000 bytes in 1 s");
    }
    byte[] kept = Files.readAllBytes(part);
    assertTrue(kept.length >= 70_000, kept.length + " bytes");
    assertArrayEquals(Arrays.copyOf(FILE, kept.length), kept);
  }

  @Test
  void aServerThatSendsItsAnswerByteByByteIsGivenUp() throws Exception {
    LowestRate lowest = new LowestRate(10_000, Duration.ofSeconds(1));
    byte[] head =
        "HTTP/1.1 200 OK and many more words, one letter after the other".getBytes(US_ASCII);
    try (Server server = new Server((name, from, s, out) -> s.drip(out, head, 0))) {
      assertFails(server, PATIENCE, lowest, "fewer than 10000 bytes in 1 s");
    }
    assertFalse(Files.exists(part));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPartThatIsAPipeIsNotWaitedFor() throws Exception {
    assumeTrue(new ProcessBuilder("mkfifo", part.toString()).start().waitFor() == 0);
    try (Server server = new Server(Server.file(FILE))) {
      IOException e = assertThrows(IOException.class, () -> run(server));
      assertEquals("it is not a regular file; move it away", e.getMessage());
    }
  }

  @Test
  void aServerThatNeverAnswers() throws Exception {
    try (Server server = new Server((name, from, s, out) -> s.beSilent())) {
      assertFails(server, Duration.ofMillis(300), "did not answer in time");
    }
    assertFalse(Files.exists(part));
  }

  @Test
  void errorsOfTheServer() throws Exception {
    for (String status : List.of("404 Not Found", "403 Forbidden", "500 Internal Server Error")) {
      Server.Answer error = (name, from, server, out) -> server.head(out, status, 0);
      try (Server server = new Server(error)) {
        assertFails(server, PATIENCE, "answered " + status.substring(0, 3));
      }
      assertFalse(Files.exists(part));
    }
  }

  @Test
  void nobodyListens() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI nowhere = URI.create("http://127.0.0.1:" + port + "/file");
    TransferException e = assertThrows(TransferException.class, () -> transfer(nowhere).run());
    assertTrue(e.getMessage().startsWith("no connection"), e.getMessage());
  }

  @Test
  void addressesThatAreNone() {
    for (String address : List.of("file:/etc/hosts", "nonsense:x", "relative/file")) {
      TransferException e =
          assertThrows(TransferException.class, () -> transfer(URI.create(address)).run());
      assertTrue(e.getMessage().contains("not an address"), e.getMessage());
    }
  }

  @Test
  void aServerThatNeverEndsDoesNotFillTheDisk() throws Exception {
    byte[] chunk = new byte[1 << 20];
    Server.Answer endless =
        (name, from, server, out) -> {
          server.head(out, "200 OK", -1);
          for (int i = 0; i < 200; i++) {
            server.body(out, chunk, chunk.length);
          }
        };
    try (Server server = new Server(endless)) {
      assertFails(server, PATIENCE, "more than the file");
    }
    assertTrue(Files.size(part) < 70L << 20);
  }

  @Test
  void aPartThatCannotBeWritten() throws Exception {
    part = folder.resolve("no").resolve("file.part");
    try (Server server = new Server(Server.file(FILE))) {
      assertThrows(IOException.class, () -> run(server));
    }
  }

  private Transfer transfer(URI address) {
    return new Transfer(address, part, PATIENCE, LowestRate.DEFAULT, DownloadListener.NONE);
  }

  private void run(Server server) throws Exception {
    transfer(server.folder().resolve("file")).run();
  }

  private void runIgnoringFailure(Server server) throws IOException {
    try {
      transfer(server.folder().resolve("file")).run();
    } catch (TransferException e) {
      // Refusing is right as well.
    }
  }

  private void assertFails(Server server, Duration patience, String reason) {
    assertFails(server, patience, LowestRate.DEFAULT, reason);
  }

  private void assertFails(Server server, Duration patience, LowestRate lowest, String reason) {
    URI address = server.folder().resolve("file");
    Transfer transfer = new Transfer(address, part, patience, lowest, DownloadListener.NONE);
    TransferException e = assertThrows(TransferException.class, transfer::run);
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }
}
