package io.github.unitscope.experiments.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.unitscope.datasets.catalog.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** {@code data fetch mnist} from the loopback, where only the small files are missing. */
final class FetchedDigits implements Piecemeal, AutoCloseable {
  static final String NAME = "data fetch";

  private static final String FOLDER = "mnist";
  private static final String PART = ".part";

  private final Path parent;
  private final HttpServer server;
  private final SortedMap<String, String> originals = new TreeMap<>();

  FetchedDigits(Path parent) throws IOException {
    this.parent = parent;
    Snapshot all = Snapshot.of(Path.of(System.getenv(DataDirectory.VARIABLE), FOLDER));
    all.entries().forEach((name, entry) -> originals.put(FOLDER + "/" + name, entry));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Whether the files are there that the server sends. */
  static boolean isPossible() {
    String data = System.getenv(DataDirectory.VARIABLE);
    return data != null && Files.isDirectory(Path.of(data, FOLDER));
  }

  /** The file from where the range begins. */
  private void answer(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().replaceAll(".*/", "");
    byte[] file =
        originals.get(FOLDER + "/" + name).substring(1).getBytes(StandardCharsets.ISO_8859_1);
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
    if (from > 0) {
      String sent =
          String.format(Locale.ROOT, "bytes %d-%d/%d", from, file.length - 1, file.length);
      exchange.getResponseHeaders().set("Content-Range", sent);
    }
    try (exchange) {
      exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
      exchange.getResponseBody().write(file, from, file.length - from);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Snapshot start() {
    SortedMap<String, String> start = new TreeMap<>(Surroundings.decoys().entries());
    start.put(FOLDER, "d");
    originals.forEach(
        (name, entry) -> {
          if (name.contains("images")) {
            start.put(name, entry);
          }
        });
    return new Snapshot(start);
  }

  @Override
  public Outcome run() {
    String mirror =
        String.format(Locale.ROOT, "http://127.0.0.1:%d/", server.getAddress().getPort());
    return Outcome.of(
        List.of(
            "data",
            "fetch",
            FOLDER,
            "--quiet",
            "--mirror",
            mirror,
            "--data-dir",
            parent.toString()));
  }

  @Override
  public List<String> problems(Snapshot state) {
    List<String> problems = new ArrayList<>();
    state
        .below(FOLDER)
        .entries()
        .forEach(
            (name, entry) -> {
              if (!name.endsWith(PART) && !entry.equals(originals.get(FOLDER + "/" + name))) {
                problems.add(name + " is there with other bytes");
              }
            });
    return problems;
  }

  @Override
  public List<String> problemsAtEnd(Snapshot state) {
    List<String> problems = new ArrayList<>(problems(state));
    SortedMap<String, String> wanted = new TreeMap<>(start().entries());
    wanted.putAll(originals);
    new Snapshot(wanted)
        .differences(state)
        .forEach(difference -> problems.add("not as it is to be: " + difference));
    return problems;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
