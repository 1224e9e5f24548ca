package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.provenance.Versions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowCommandTest {
  private static final int ROWS = 1_500_000;

  @TempDir Path folder;

  private Path run(String name, int rows) {
    Path out = folder.resolve(name);
    Inputs inputs = Inputs.of("maximize", Map.of(), 7);
    Invocation invocation = new Invocation(List.of("maximize"), 1, List.of());
    try (RunFolder run = RunFolder.create(out, false, inputs, invocation, Versions.NO_BLAS)) {
      run.write("units.csv", file -> writeTable(file, rows));
      run.commit();
    }
    return out;
  }

  private static void writeTable(Path file, int rows) throws IOException {
    try (BufferedWriter table = Files.newBufferedWriter(file)) {
      table.write("unit,a,b,value\n");
      for (int row = 0; row < rows; row++) {
        table.write(row + ",1,2,0.5" + row % 10 + "\n");
      }
    }
  }

  /** In memory, this one would take a gigabyte. */
  @Test
  void aLargeTableNeedsNoMemory() throws Exception {
    List<String> command = Child.command("show", run("large", ROWS));
    command.add(1, "-Xmx64m");
    try (Child child = Child.start(command)) {
      assertEquals(Unitscope.DONE, child.end(), child.said());
      String said = child.said();
      assertTrue(said.contains("unit  a  b  value"), said);
      assertTrue(said.contains("… " + (ROWS + 1) + " lines in all"), said);
    }
  }

  /** One large file could stand under a million names. */
  @Test
  void namesByDetoursAreRefused() throws IOException {
    Path run = run("detour", 1);
    Path manifest = run.resolve(StagedFolder.MANIFEST);
    String text = Files.readString(manifest);
    for (String name : List.of("./units.csv", "a/../units.csv", "../units.csv", "units.csv/.")) {
      Files.writeString(manifest, text.replace("\"units.csv\"", "\"" + name + "\""));
      CommandLine result = CommandLine.run("show", run);
      assertEquals(Unitscope.FAILED, result.code(), name);
      assertTrue(result.err().contains("this is not a manifest of unitscope"), result.err());
    }
  }
}
