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
  private static Path parts;

  @BeforeAll
  static void write() throws IOException {
    models = StrangeModels.write(folder.resolve("models"));
    parts =
        Files.writeString(folder.resolve("parts.csv"), "image,part,row,column\n0,a,1,1\n1,a,1,1\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1; maximize --model digits-dbn --layer 1 --units 0 --steps 2 --norm 1e308; not finite numbers",
        "1; maximize --model tall --layer 2 --quantity activation --units 0 --norm 1e300; not finite numbers",
        "1; unimodality --model tall --layer 1 --units 0 --restarts 2 --steps 2 --norm 1e308 --null none; not finite numbers",
        "1; compare --model digits-dbn --units 0 --restarts 2 --steps 2 --chains 2 --samples 4 --norm 1e308; not finite numbers",
        "1; gallery --model digits-dbn --layers 1 --units 0 --restarts 2 --steps 2 --chains 2 --samples 4 --images 12 --norm 1e308; not finite numbers",
        "1; maximize --model small-convnet --layer 1 --units 0 --steps 2 --regularize tv=1e308; not finite numbers",
        "1; maximize --model small-convnet --layer 1 --units 0 --steps 2 --ascent adam --diversity 1e308; not finite numbers",
        "1; maximize --model digits-dbn --layer 1 --units 0 --steps 2 --box 1e30,1e38; not finite numbers",
        "1; occlude --model digits-classifier --images 5 --show 0 --fill 1e308; not finite numbers",
        "2; maximize --model digits-dbn --layer 1 --units 0 --steps 2 --norm 1e-320; at least 1.0E-30",
        "2; maximize --model digits-dbn --layer 1 --units 0 --steps 2 --box 0,1e-320; two numbers in order",
        "2; maximize --model small-convnet --layer 1 --units 0 --steps 2 --from nothing; --from is for objectives",
        "2; train convnet --architecture lenet --steps 2 --batch 10 --rate 1e308; learning rate must be from",
        "2; train sdae --layers 5 --epochs 1 --salt NaN; --salt must be a positive number",
        "2; data show --photographs %; --photographs has an empty value",
        "1; correspond --model digits-classifier --images 5 --parts {parts} --random 2147483647; MiB of memory",
        "1; likelihood --model digits-dbn --runs 2147483647 --steps 1 --method ais; MiB of memory",
        "1; gallery --model digits-dbn --layers 1 --units 0 --restarts 2147483647 --images 12; MiB of memory",
        "1; unimodality --model tall --layer 1 --units 0 --restarts 2147483647; MiB of memory",
        "1; unimodality --model tall --layer 1 --units 0 --restarts 1000000; the cosines between",
        "1; reproduce claims --digits mnist --data-dir nowhere; no folder 'mnist'",
        "1; train dbn --layers 1000000 --epochs 1; a layer of 1000000 units on 784 (--layers) must be",
        "1; train sdae --layers 1000000 --epochs 1; a layer of 1000000 units on 784 (--layers) must be",
        "2; train dbn --layers %; --layers has an empty value",
        "2; train sdae --layers ,; --layers has an empty value",
        "2; train sdae --layers 5,0; must be at least 1, not 0",
        "2; sample --model tall --chains 1000000000; at most 2147483647",
        "2; sample --model tall --samples 2147483647; at most 2147483647",
        "2; sample --model tall --thinning 2147483647; at most 2147483647",
        "1; sample --model tall --chains 100000000; MiB of memory",
        "2; maximize --model tall --layer 1 --units 0 --ascent adam --steps 2147483647; at most 1000000000",
        "1; maximize --model tall --layer 1 --units 0 --ascent adam --steps 1000000000; MiB of memory",
        "1; maximize --model tall --restarts 2147483647; MiB of memory",
        "2; train sdae --level %; --level has an empty value",
        "2; reproduce o17 --model small-convnet --size 16 --compare 0; at least two channels",
        "1; maximize --model two-channels --layer 1 --steps 2; images of 2 channels",
      })
  void areRefusedInOneLineThatSaysWhy(int code, String command, String why) throws IOException {
    List<Object> words = new ArrayList<>();
    for (String word : command.split(" ")) {
      // An empty value.
      String value = word.equals("%") ? "" : word.replace("{parts}", parts.toString());
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
