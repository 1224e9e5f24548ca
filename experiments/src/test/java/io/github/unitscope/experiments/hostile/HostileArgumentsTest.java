package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.network.storage.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Manifests whose words are read as options that are never a stranger's choice. */
@Tag("slow")
class HostileArgumentsTest {
  private static final List<String> AROUND =
      List.of(
          "%s",
          " %s",
          "%s ",
          "\t%s",
          "\n%s",
          "%s\r\n",
          "\0%s",
          "\u0001 %s\u001f",
          "\"%s\"",
          " \"%s\" ",
          "\" %s\"",
          "\"\"%s\"\"",
          "'%s'",
          "\u00a0%s",
          "\u2003%s",
          "\ufeff%s",
          "\u200b%s",
          "%s=",
          "%s=true",
          "%s=x",
          "%s:x",
          "-%s",
          "@%s",
          "\u2010%s",
          "%s\0");

  @TempDir static Path folder;
  private static Path trained;

  @BeforeAll
  static void train() {
    trained = folder.resolve("trained");
    CommandLine.succeed(
        "train",
        "dbn",
        "--layers",
        2,
        "--epochs",
        1,
        "--first-epochs",
        1,
        "--data",
        "leaves",
        "--patches",
        20,
        "--patch-size",
        3,
        "--quiet",
        "--out",
        trained);
  }

  private static List<String> forms(String option) {
    List<String> forms = new ArrayList<>();
    for (String around : AROUND) {
      forms.add(String.format(Locale.ROOT, around, option));
    }
    forms.add(option.toUpperCase(Locale.ROOT));
    forms.add(" " + option.substring(0, option.length() - 1));
    forms.add(option.substring(1));
    forms.add(option.substring(2));
    forms.add("@" + folder.resolve("words"));
    return forms;
  }

  private static Path manifest(List<String> before, List<String> words) throws IOException {
    ObjectNode manifest = Json.read(trained.resolve("manifest.json"), ObjectNode.class);
    ArrayNode array = manifest.putArray("arguments");
    before.forEach(array::add);
    words.forEach(array::add);
    Path file = folder.resolve("of-a-stranger.json");
    Files.writeString(file, Json.text(manifest));
    return file;
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    Json.read(trained.resolve("manifest.json"), ObjectNode.class)
        .get("arguments")
        .forEach(word -> words.add(word.asText()));
    return words;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--out",
        "--force",
        "--resume",
        "--checkpoint-every",
        "--verbose",
        "--quiet",
        "--help",
        "-h"
      })
  void noFormOfAnOptionIsLetIn(String option) throws IOException {
    Files.writeString(folder.resolve("words"), option + "\nx\n");
    List<String> words = words();
    for (String form : forms(option)) {
      for (List<String> tail :
          List.of(
              List.of(form),
              List.of(form, "x"),
              List.of(form, "5"),
              List.of("--", form),
              List.of("--", form, "x"),
              List.of("--photographs", "x", form, "7"))) {
        refused(manifest(words, tail), tail);
      }
      List<String> head = new ArrayList<>(List.of(form));
      head.addAll(words.subList(2, words.size()));
      refused(manifest(words.subList(0, 2), head), head);
    }
  }

  /** What is last takes the option that follows it for its value. */
  @ParameterizedTest
  @ValueSource(strings = {"--photographs", "--data-dir", "--", "--seed", " --seed", "--layers"})
  void noLastWordTakesTheOptionsThatFollow(String last) throws IOException {
    List<String> words = new ArrayList<>(words());
    int at = words.indexOf(last);
    if (at >= 0) {
      words.subList(at, at + 2).clear();
    }
    if (last.equals("--")) {
      CommandLine result = rerun(manifest(words, List.of(last)));
      assertEquals(Unitscope.DONE, result.code(), result.err());
      return;
    }
    refused(manifest(words, List.of(last)), List.of(last));
  }

  private static void refused(Path manifest, List<String> words) throws IOException {
    Path out = folder.resolve("out");
    Path precious = Files.createDirectories(folder.resolve("out.partial")).resolve("precious");
    Files.writeString(precious, "unfinished work", StandardCharsets.UTF_8);
    // What the program takes for unfinished work of its own, which --force deletes.
    Files.writeString(precious.resolveSibling("run.json"), "{}", StandardCharsets.UTF_8);
    CommandLine result = CommandLine.run("rerun", manifest, "--out", out);
    assertEquals(Unitscope.FAILED, result.code(), words + result.out());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(result.err().contains("bug"), result.err());
    assertTrue(Files.exists(precious), words.toString());
    assertFalse(result.err().contains("holds an unfinished run"), words + " were run");
    assertFalse(Files.exists(out), words.toString());
  }

  private static CommandLine rerun(Path manifest) {
    return CommandLine.run("rerun", manifest, "--out", folder.resolve("made"));
  }

  @Test
  void asItIsTheManifestIsMadeAgain() throws IOException {
    CommandLine again =
        CommandLine.run(
            "rerun", manifest(words(), List.of()), "--out", folder.resolve("made-again"));
    assertEquals(Unitscope.DONE, again.code(), again.err());
  }
}
