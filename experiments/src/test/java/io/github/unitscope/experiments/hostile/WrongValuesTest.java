package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.CommandLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that once were "a bug", or gave results that are no numbers without a word. */
class WrongValuesTest {
  @TempDir static Path folder;

  private static Map<String, Path> models;

  @BeforeAll
  static void write() throws IOException {
    models = StrangeModels.write(folder.resolve("models"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; maximize --model digits-dbn --layer 1 --units 0 --steps 2 --norm 1e308; no finite numbers",
        "1; maximize --model tall --layer 2 --quantity activation --units 0 --norm 1e300; no finite numbers",
        "1; unimodality --model tall --layer 1 --units 0 --restarts 2 --steps 2 --norm 1e308 --null none; no finite numbers",
        "1; compare --model digits-dbn --units 0 --restarts 2 --steps 2 --chains 2 --samples 4 --norm 1e308; no finite numbers",
        "1; train dbn --layers 1000000 --epochs 1; need",
        "1; train sdae --layers 1000000 --epochs 1; need",
        "2; train dbn --layers %; --layers needs the number of units",
        "2; train sdae --layers %; --layers needs the number of units",
        "2; train sdae --layers 5,0; --layers needs the number of units",
        "2; sample --model tall --chains 1000000000; at most 2147483647",
        "2; sample --model tall --samples 2147483647; at most 2147483647",
        "2; sample --model tall --thinning 2147483647; at most 2147483647",
        "1; sample --model tall --chains 100000000; MiB of memory",
        "1; maximize --model tall --restarts 2147483647; MiB of memory",
        "2; reproduce o17 --model small-convnet --size 16 --compare 0; at least two channels",
        "1; maximize --model two-channels --layer 1 --steps 2; images of 2 channels",
      })
  void areRefusedInOneLineThatSaysWhy(int code, String command, String why) throws IOException {
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      // An empty value.
      String value = word.equals("%") ? "" : word;
      words.add(models.containsKey(value) ? models.get(value) : value);
    }
    Path work = Files.createTempDirectory(folder, "work");
    words.addAll(List.of("--quiet", "--out", work.resolve("out")));
    CommandLine result = CommandLine.run(words.toArray());
    List<String> lines =
        result.err().lines().filter(line -> !line.startsWith("warning: ")).toList();
    assertEquals(1, lines.size(), result.err());
    assertTrue(lines.get(0).contains(why), result.err());
    assertEquals(code, result.code(), result.err());
    try (Stream<Path> left = Files.list(work)) {
      assertEquals(List.of(), left.toList());
    }
  }
}
