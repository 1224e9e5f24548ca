package io.github.unitscope.datasets.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.MnistFile;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.network.storage.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against servers on the loopback address that behave well and badly. */
class DownloadTest {
  private static final int SIZE = 200_000;

  @TempDir Path folder;

  private final List<RemoteFile> known = new ArrayList<>();
  private final Map<String, byte[]> files = new HashMap<>();
  private final AtomicLong bytesServed = new AtomicLong();
  private final List<String> ranges = new ArrayList<>();
  private final CountDownLatch silence = new CountDownLatch(1);
  private final List<HttpServer> servers = new ArrayList<>();

  /** How a server answers a request for a file. */
  private interface Behaviour {
    void answer(HttpExchange exchange, byte[] file) throws IOException;
  }

  @BeforeEach
  void makeFiles() throws IOException {
    for (MnistFile file : MnistFile.values()) {
      byte[] content = new byte[SIZE];
      new SplitMix64(file.ordinal()).nextBytes(content);
      known.add(new RemoteFile(file.fileName() + ".gz", Sha256.of(content)));
      ByteArrayOutputStream compressed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
        gzip.write(content);
      }
      files.put(file.fileName() + ".gz", compressed.toByteArray());
    }
  }

  @AfterEach
  void stop() {
    silence.countDown();
    servers.forEach(server -> server.stop(0));
  }

  private URI serve(Behaviour behaviour) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/mnist/",
        exchange -> {
          String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
          try (exchange) {
            behaviour.answer(exchange, files.get(name));
          }
        });
    server.start();
    servers.add(server);
    InetSocketAddress address = server.getAddress();
    return URI.create(
        String.format(
            Locale.ROOT,
            "http://%s:%d/mnist/",
            address.getAddress().getHostAddress(),
            address.getPort()));
  }

  private void whole(HttpExchange exchange, byte[] file) throws IOException {
    // Counted first: the client has the last bytes before the server comes back from sending them.
    bytesServed.addAndGet(file.length);
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(file);
  }

  private void withRanges(HttpExchange exchange, byte[] file) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range == null) {
      whole(exchange, file);
      return;
    }
    ranges.add(range);
    int from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
    exchange
        .getResponseHeaders()
        .set(
            "Content-Range",
            String.format(Locale.ROOT, "bytes %d-%d/%d", from, file.length - 1, file.length));
    bytesServed.addAndGet(file.length - from);
    exchange.sendResponseHeaders(206, file.length - from);
    exchange.getResponseBody().write(file, from, file.length - from);
  }

  /** Promises the whole file and closes the connection in its middle. */
  private void half(HttpExchange exchange, byte[] file) throws IOException {
    exchange.sendResponseHeaders(200, file.length);
    exchange.getResponseBody().write(file, 0, file.length / 2);
    exchange.getResponseBody().flush();
  }

  private void wrong(HttpExchange exchange, byte[] file) throws IOException {
    byte[] damaged = file.clone();
    damaged[file.length / 2] ^= 1;
    whole(exchange, damaged);
  }

  private void silent(HttpExchange exchange, byte[] file) throws IOException {
    half(exchange, file);
    try {
      silence.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void notFound(HttpExchange exchange, byte[] file) throws IOException {
    exchange.sendResponseHeaders(404, -1);
  }

  private Download download(URI... mirrors) {
    PublicDataset dataset = new PublicDataset("mnist", "MNIST", known, List.of(mirrors), 1);
    return new Download(dataset, Duration.ofSeconds(1));
  }

  private int fetch(URI... mirrors) {
    return download(mirrors).fetch(folder, DownloadListener.NONE);
  }

  private String failure(URI... mirrors) {
    String message = assertThrows(InvalidInputException.class, () -> fetch(mirrors)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  private Path part() {
    return folder.resolve(MnistFile.TRAIN_IMAGES.fileName() + ".gz.part");
  }

  private void assertComplete() throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      assertArrayEquals(file.getValue(), Files.readAllBytes(folder.resolve(file.getKey())));
    }
    try (var left = Files.list(folder)) {
      assertEquals(4, left.count());
    }
  }

  @Test
  void fetchesAllFilesOnce() throws IOException {
    URI mirror = serve(this::whole);
    assertEquals(4, fetch(mirror));
    assertComplete();
    long served = bytesServed.get();
    assertEquals(0, fetch(mirror));
    assertEquals(served, bytesServed.get());
  }

  @Test
  void goesOnWhereABrokenConnectionStopped() throws IOException {
    String message = failure(serve(this::half));
    assertTrue(message.contains("broke after"), message);
    int there = (int) Files.size(part());
    assertTrue(there > 0);
    fetch(serve(this::withRanges));
    assertComplete();
    assertEquals(List.of("bytes=" + there + "-"), ranges);
    long all = files.values().stream().mapToLong(file -> file.length).sum();
    assertEquals(all - there, bytesServed.get());
  }

  @Test
  void startsAgainWhereAServerIgnoresRanges() throws IOException {
    failure(serve(this::half));
    fetch(serve(this::whole));
    assertComplete();
  }

  @Test
  void startsAgainWhereTheRangeDoesNotExist() throws IOException {
    Files.write(part(), new byte[SIZE * 2]);
    fetch(
        serve(
            (exchange, file) -> {
              if (exchange.getRequestHeaders().containsKey("Range")) {
                exchange.sendResponseHeaders(416, -1);
              } else {
                whole(exchange, file);
              }
            }));
    assertComplete();
  }

  @Test
  void aPartOfAnotherFileIsThrownAwayAndFetchedAnew() throws IOException {
    Files.write(part(), new byte[1000]);
    fetch(serve(this::withRanges));
    assertEquals(1, ranges.size(), "the second time the whole file is asked for");
    assertComplete();
  }

  @Test
  void triesTheNextMirrorAfterA404AndAfterWrongBytes() throws IOException {
    fetch(serve(DownloadTest::notFound), serve(this::wrong), serve(this::whole));
    assertComplete();
  }

  @Test
  void saysWhatEveryMirrorDidWhenAllFail() throws IOException {
    String message = failure(serve(DownloadTest::notFound), serve(this::wrong));
    assertTrue(message.contains("404") && message.contains("not those of MNIST"), message);
    assertFalse(Files.exists(part()), "wrong bytes are not kept");
  }

  @Test
  void aSilentServerIsGivenUpAndItsBytesAreKept() throws IOException {
    String message = failure(serve(this::silent));
    assertTrue(message.contains("silent for 1 s"), message);
    assertTrue(Files.size(part()) > 0);
  }

  @Test
  void anUnreachableServerIsOneLine() throws IOException {
    URI gone = serve(this::whole);
    servers.get(0).stop(0);
    assertTrue(failure(gone).contains("no connection"));
  }

  @Test
  void aFileThatIsThereWithOtherBytesIsNamedAndStays() throws IOException {
    byte[] other = Arrays.copyOf(files.get("t10k-labels-idx1-ubyte.gz"), 500);
    Path file = Files.write(folder.resolve("t10k-labels-idx1-ubyte.gz"), other);
    String message = failure(serve(this::whole));
    assertTrue(message.startsWith(file + " is not the file of"), message);
    assertArrayEquals(other, Files.readAllBytes(file));
    Files.delete(file);
    fetch(serve(this::whole));
    assertComplete();
  }

  @Test
  void aFolderThatCannotBeMadeIsOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Download download = download(serve(this::whole));
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> download.fetch(file.resolve("mnist"), DownloadListener.NONE))
            .getMessage();
    assertEquals(1, message.lines().count());
    assertTrue(message.contains("file"), message);
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    Map<String, Long> done = new HashMap<>();
    download(serve(this::whole))
        .fetch(
            folder,
            (file, bytes, total) -> {
              assertEquals(files.get(file).length, total);
              done.put(file, bytes);
            });
    files.forEach((name, bytes) -> assertEquals(bytes.length, done.get(name)));
  }

  @Test
  void filesThatAreNotCompressedAreFetchedToo() throws IOException {
    byte[] photograph = new byte[500];
    files.put("kodim01.png", photograph);
    PublicDataset one =
        new PublicDataset(
            "kodak",
            "photographs",
            List.of(new RemoteFile("kodim01.png", Sha256.of(photograph))),
            List.of(serve(this::whole)),
            500);
    Download download = new Download(one, Duration.ofSeconds(1));
    assertEquals(1, download.fetch(folder, DownloadListener.NONE));
    assertArrayEquals(photograph, Files.readAllBytes(folder.resolve("kodim01.png")));
    assertEquals(0, download.fetch(folder, DownloadListener.NONE));
  }

  @Test
  void theFilesOfTheDatasetsHereAreTheOnesThatAreFetched() {
    String data = System.getenv(DataDirectory.VARIABLE);
    assumeTrue(data != null, "needs UNITSCOPE_DATA");
    for (PublicDataset dataset : PublicDataset.ALL) {
      Path there = Path.of(data, dataset.name());
      URI nowhere = URI.create("http://127.0.0.1:1/");
      Download download = new Download(dataset.from(List.of(nowhere)), Duration.ofSeconds(1));
      assertEquals(0, download.fetch(there, DownloadListener.NONE), dataset.name());
    }
  }
}
