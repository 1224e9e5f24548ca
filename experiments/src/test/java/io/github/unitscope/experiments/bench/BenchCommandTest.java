package io.github.unitscope.experiments.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.unitscope.benchmarks.Program;
import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
  @Test
  void startsTheProgram() {
    assertEquals(Unitscope.class.getName(), Program.MAIN_CLASS);
  }

  @Test
  void commandLeavesJson(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bench.json");
    CommandLine said =
        CommandLine.succeed(
            "bench", "--rounds", 1, "--warm-up", 0, "--only", "roof-20", "--out", file);
    assertTrue(said.out().contains("roof-20"), said.out());
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    JsonNode result = json.get("results").get(0);
    assertEquals("roof-20", result.get("name").asText());
    assertEquals(1, result.get("samples").size());
    assertTrue(result.get("gigaflops").get("median").asDouble() > 0);
    assertTrue(json.get("machine").get("processor").asText().length() > 0);
    assertTrue(json.get("versions").get("blas").asText().length() > 0);
    CommandLine again = CommandLine.run("bench", "--only", "roof-20", "--out", file);
    assertEquals(Unitscope.FAILED, again.code());
    assertTrue(again.err().contains(file + " exists"), again.err());
    assertEquals(json, new ObjectMapper().readTree(file.toFile()));
  }

  @Test
  void unknownWorkloadsAreNamedWithThoseThereAre() {
    CommandLine said = CommandLine.run("bench", "--only", "maximise-36");
    assertEquals(Unitscope.WRONG_USAGE, said.code());
    assertTrue(said.err().contains("unknown workload 'maximise-36'"), said.err());
    assertTrue(said.err().contains("maximize-36"), said.err());
    assertEquals(Unitscope.WRONG_USAGE, CommandLine.run("bench", "--rounds", 0).code());
    assertEquals(Unitscope.WRONG_USAGE, CommandLine.run("bench", "--warm-up", -1).code());
  }
}
