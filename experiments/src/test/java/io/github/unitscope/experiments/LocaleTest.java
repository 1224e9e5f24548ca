package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files and the same words under every locale and in every time zone. */
@Tag("slow")
class LocaleTest {
  /**
   * With charts of all kinds, captions with decimals, options that are chosen by name, messages.
   */
  private static final List<String> COMMANDS =
      List.of(
          "train sdae --layers 6 --epochs 2 --first-epochs 2 --noise masking",
          "train dbn --data leaves --patches 200 --patch-size 6 --layers 5 --epochs 1"
              + " --first-epochs 1 --whitening zca",
          "train convnet --architecture lenet --steps 2 --batch 16",
          "maximize --model {model} --units 0,1 --restarts 2 --norm 1.5",
          "unimodality --model {model} --layers 1 --units 0-3 --restarts 2",
          "gabor --model {patches}",
          "examples --model {model} --units 0,1 --images 300",
          "probe --model {model} --train-size 100",
          "gallery --model {model} --units 0 --restarts 1 --chains 2 --samples 4 --images 50",
          "data show --data leaves --patches 50",
          "rerun {model}");

  /** Without {@code --out}. */
  private static final List<String> SAYINGS =
      List.of(
          "--help",
          "train sdae --help",
          "maximize --help",
          "show {model}",
          "diff {model} {patches}",
          "data list",
          "train sdae --noise MASKING --layers 0",
          "train sdae --noise hissing",
          "train sdae --momentum 1.5",
          "maximize --model {model} --regularize l2=-1234.5");

  @TempDir static Path folder;
  private static Map<String, String> expected;

  @BeforeAll
  static void runUnderTheLocaleOfTheProgram() throws IOException {
    CommandLine.succeed(
        words("train dbn --layers 6,5 --epochs 1 --first-epochs 1 --threads 1 --out {model}"));
    CommandLine.succeed(
        words(
            "train dbn --data leaves --patches 100 --patch-size 6 --layers 5 --epochs 1"
                + " --first-epochs 1 --threads 1 --out {patches}"));
    expected = under(Locale.ROOT, "UTC");
    for (String command : COMMANDS) {
      assertTrue(expected.get(command).startsWith("0\n"), expected.get(command));
    }
  }

  private static Object[] words(String command) {
    return Stream.of(command.split(" "))
        .map(word -> word.startsWith("{") ? place(word.substring(1, word.length() - 1)) : word)
        .toArray();
  }

  private static String place(String name) {
    return folder.resolve(name).toString();
  }

  private static Map<String, String> under(Locale locale, String zone) throws IOException {
    Locale before = Locale.getDefault();
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale.setDefault(locale);
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      Map<String, String> results = new TreeMap<>();
      for (String command : COMMANDS) {
        Path out = folder.resolve("made");
        Object[] words = words(command + " --threads 1 --force --out {made}");
        results.put(command, said(CommandLine.run(words)) + contents(out));
      }
      for (String command : SAYINGS) {
        results.put(command, said(CommandLine.run(words(command))));
      }
      return results;
    } finally {
      Locale.setDefault(before);
      TimeZone.setDefault(zoneBefore);
    }
  }

  private static String said(CommandLine result) {
    return String.format(Locale.ROOT, "%d\n%s%s", result.code(), result.out(), result.err())
        .replaceAll("\\d+\\.\\d+ s\\b", "? s");
  }

  /** Names and hashes of files, and all of the manifest that is the same twice. */
  private static String contents(Path out) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(out)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<String> lines = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.equals("manifest.json")) {
        ObjectNode manifest = Json.read(file, ObjectNode.class);
        manifest.remove(List.of("started", "seconds"));
        ((ObjectNode) manifest.get("outputs")).remove("times.csv");
        lines.add(manifest.toString());
      } else if (!name.equals("times.csv")) {
        lines.add(out.relativize(file) + " " + Sha256.of(file));
      }
    }
    return String.join("\n", lines);
  }

  @ParameterizedTest
  @CsvSource({
    "tr-TR, Europe/Istanbul",
    "de-DE, Africa/Monrovia",
    "fa-IR, Asia/Tehran",
    "ar-EG-u-nu-arab, Pacific/Apia",
    "th-TH-u-ca-buddhist-nu-thai, Etc/GMT+12"
  })
  void filesAndWordsAreTheSame(String locale, String zone) throws IOException {
    Map<String, String> results = under(Locale.forLanguageTag(locale), zone);
    results.forEach((command, result) -> assertEquals(expected.get(command), result, command));
  }

  /** Some classes ask for the locale only once, when the process is young. */
  @ParameterizedTest
  @ValueSource(strings = {"tr TR", "fa IR"})
  void aProcessOfItsOwnDoesTheSame(String locale) throws IOException, InterruptedException {
    List<String> options =
        List.of(
            "-Duser.language=" + locale.split(" ")[0],
            "-Duser.country=" + locale.split(" ")[1],
            "-Duser.timezone=Asia/Tehran");
    String command = COMMANDS.get(0);
    List<String> line =
        Child.command(options, words(command + " --threads 1 --force --out {made}"));
    try (Child child = Child.start(line)) {
      String result = said(new CommandLine(child.end(), child.said(), ""));
      String all = result + contents(folder.resolve("made"));
      // The two streams of a child come in any order.
      assertEquals(sorted(expected.get(command)), sorted(all));
    }
    try (Child child = Child.start(Child.command(options, words(SAYINGS.get(9))))) {
      child.end();
      assertTrue(expected.get(SAYINGS.get(9)).endsWith(child.said()), child.said());
    }
  }

  private static List<String> sorted(String text) {
    return text.lines().sorted().toList();
  }

  /** Java started without the launcher would write another name. */
  @Test
  void aLocaleThatCannotWriteNamesIsRefused() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/proc/self")), "not on Linux");
    List<String> line = new ArrayList<>(List.of("env", "LC_ALL=POSIX"));
    line.addAll(Child.command("train", "dbn", "--layers", 2, "--out", folder.resolve("Läufe")));
    try (Child child = Child.start(line)) {
      assertEquals(Unitscope.FAILED, child.end());
      assertEquals(1, child.said().lines().count(), child.said());
      assertTrue(child.said().contains("set LC_ALL"), child.said());
    }
    try (Stream<Path> made = Files.list(folder)) {
      assertTrue(made.noneMatch(path -> path.getFileName().toString().startsWith("L")));
    }
  }

  @Test
  void namesAndMessagesAreInUnicode() throws IOException, InterruptedException {
    Path missing = folder.resolve("Läufe-猫");
    List<String> line = new ArrayList<>(List.of("env", "LC_ALL=C.UTF-8"));
    line.addAll(Child.command(List.of("-Dfile.encoding=ISO-8859-1"), "show", missing));
    try (Child child = Child.start(line)) {
      assertEquals(Unitscope.FAILED, child.end());
      assertTrue(child.said().contains(missing.toString()), child.said());
    }
  }
}
