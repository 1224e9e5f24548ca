package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.unitscope.datasets.catalog.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code data fetch kodak} from a server on the loopback that has the real photographs. */
class DataFetchTest {
  @TempDir Path folder;

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private Path originals;
  private HttpServer server;
  private String breaks = "";

  @BeforeEach
  void serve() throws IOException {
    String data = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(data != null, "needs UNITSCOPE_DATA");
    originals = Path.of(data, "kodak");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/kodak/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** The file from where the range begins; of one file only the first half arrives. */
  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
    byte[] file = Files.readAllBytes(originals.resolve(name));
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    requests.add(from == 0 ? name : name + "@" + from);
    if (from > 0) {
      String sent =
          String.format(Locale.ROOT, "bytes %d-%d/%d", from, file.length - 1, file.length);
      exchange.getResponseHeaders().set("Content-Range", sent);
    }
    int count = (file.length - from) / (name.equals(breaks) ? 2 : 1);
    try (exchange) {
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
      exchange.getResponseBody().write(file, from, count);
    }
  }

  private CommandLine fetch() {
    String mirror =
        String.format(Locale.ROOT, "http://127.0.0.1:%d/kodak", server.getAddress().getPort());
    return CommandLine.run(
        "data", "fetch", "kodak", "--mirror", mirror, "--data-dir", folder, "--quiet");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kodak"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void fetchesAllPhotographsGoesOnAfterABreakAndDoesNothingTwice() throws IOException {
    breaks = "kodim03.png";
    CommandLine broken = fetch();
    assertEquals(Unitscope.FAILED, broken.code());
    assertEquals(1, broken.err().lines().count(), broken.err());
    assertTrue(broken.err().contains("kodim03.png could not be fetched"), broken.err());
    assertEquals(
        List.of("kodim01.png", "kodim02.png", "kodim03.png.part"),
        files().stream().map(file -> file.getFileName().toString()).toList());
    long there = Files.size(files().get(2));

    breaks = "";
    requests.clear();
    CommandLine done = fetch();
    assertEquals(Unitscope.DONE, done.code(), done.err());
    assertEquals(22, requests.size());
    assertEquals("kodim03.png@" + there, requests.get(0));
    assertEquals(24, files().size());
    for (Path file : files()) {
      assertArrayEquals(
          Files.readAllBytes(originals.resolve(file.getFileName())), Files.readAllBytes(file));
    }

    requests.clear();
    assertEquals(Unitscope.DONE, fetch().code());
    assertEquals(List.of(), requests);
  }

  /** What is on the disk is believed as little as what a server sends, but it may be somebody's. */
  @Test
  void aDamagedPhotographIsNamedAndFetchedWhenItIsAway() throws IOException {
    Files.createDirectories(folder.resolve("kodak"));
    try (Stream<Path> all = Files.list(originals)) {
      for (Path file : all.toList()) {
        Files.copy(file, folder.resolve("kodak").resolve(file.getFileName()));
      }
    }
    Path damaged = folder.resolve("kodak").resolve("kodim07.png");
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    CommandLine refused = fetch();
    assertEquals(Unitscope.FAILED, refused.code());
    assertTrue(refused.err().contains(damaged + " is not the file of"), refused.err());
    assertEquals(List.of(), requests);
    assertArrayEquals(bytes, Files.readAllBytes(damaged));
    Files.delete(damaged);
    assertEquals(Unitscope.DONE, fetch().code());
    assertEquals(List.of("kodim07.png"), requests);
    assertArrayEquals(
        Files.readAllBytes(originals.resolve("kodim07.png")), Files.readAllBytes(damaged));
  }
}
