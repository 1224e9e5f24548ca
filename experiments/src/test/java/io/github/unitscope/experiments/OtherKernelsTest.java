package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernels of BLAS are chosen when a process begins. */
@Tag("slow")
class OtherKernelsTest {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  @TempDir Path folder;

  private Child start(String kernels, Object... more) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "OPENBLAS_CORETYPE=" + kernels));
    List<Object> words = new ArrayList<>(List.of("train", "dbn", "--layers", "30,20"));
    words.addAll(List.of("--epochs", 2000, "--checkpoint-every", 0));
    words.addAll(List.of("--out", folder.resolve("dbn")));
    words.addAll(List.of(more));
    command.addAll(Child.command(words.toArray()));
    return Child.start(command);
  }

  @Test
  void kernelsThatThereAreNotAreRefusedAndNotRecorded() throws Exception {
    assumeTrue(Files.isReadable(PROCESSOR), "needs Linux");
    try (Child child = start("Foo")) {
      assertEquals(Unitscope.FAILED, child.end(), child.said());
      assertTrue(child.said().startsWith("unitscope: unknown BLAS kernels 'Foo' ("), child.said());
      assertEquals(1, child.said().lines().count(), child.said());
    }
    try (var left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void whatBeganWithSomeKernelsIsNotResumedWithOthers() throws Exception {
    assumeTrue(Files.isReadable(PROCESSOR), "needs Linux");
    assumeTrue(Files.readString(PROCESSOR).contains(" avx2 "), "needs AVX2");
    Path state = folder.resolve("dbn.partial/checkpoint.npz");
    try (Child child = start("Haswell")) {
      for (int i = 0; i < 600 && !Files.exists(state); i++) {
        assertFalse(child.hasEndedWithin(100), child.said());
      }
      child.kill();
    }
    byte[] kept = Files.readAllBytes(state);
    try (Child child = start("Nehalem", "--resume")) {
      assertEquals(Unitscope.FAILED, child.end(), child.said());
      assertTrue(
          child
              .said()
              .endsWith(
                  "dbn.partial was started with BLAS kernels Haswell, this is Nehalem: set UNITSCOPE_BLAS_KERNELS=Haswell to resume, or --force to start over\n"),
          child.said());
    }
    assertEquals(kept.length, Files.size(state));
    try (Child child = start("Haswell", "--resume")) {
      assertFalse(child.hasEndedWithin(3000), child.said());
    }
  }
}
