package io.github.unitscope.experiments.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls of the file system fail, processes die and meet at the calls of every command: the place
 * holds the old or the new run, whole, and the next run succeeds and tidies up. {@code
 * -Dunitscope.faults=all} tries every call of every command, which takes hours; {@code
 * -Dunitscope.faulted=train} only commands that begin so.
 */
@Tag("slow")
class FaultTest {
  @TempDir Path folder;

  @Test
  void whateverFailsTheOldOrTheNewRunIsThereAndTheNextOneSucceeds() throws Exception {
    FaultyMachine.End end = FaultyMachine.run(FaultSweep.class, List.of(folder));
    System.out.println(end.said());
    assertEquals(0, end.code(), end.said());
  }
}
