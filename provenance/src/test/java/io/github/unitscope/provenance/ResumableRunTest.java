package io.github.unitscope.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumableRunTest {
  private static final Inputs INPUTS = Inputs.of("probe", Map.of("units", 3), 7);
  private static final Invocation INVOCATION = new Invocation(List.of("probe"), 1, List.of());

  @TempDir Path folder;

  private Path out() {
    return folder.resolve("run");
  }

  private Path partial() throws IOException {
    return Files.createDirectories(folder.resolve("run.partial"));
  }

  private ResumableRun begin(boolean resume, boolean force) {
    return ResumableRun.begin(out(), force, new Resumption(resume, 30), INPUTS, INVOCATION);
  }

  private void leaveUnfinished() throws IOException {
    try (ResumableRun run = begin(false, false)) {
      run.state().write("checkpoint.npz", out -> out.write(1));
    }
  }

  private static UnfinishedRun noteOf(Inputs inputs) {
    String version = Versions.ofUnitscope();
    return new UnfinishedRun(
        inputs.identity(version),
        version,
        "now",
        List.of(),
        inputs,
        Versions.current(Matrix::blas));
  }

  private String refusal(boolean resume, boolean force) {
    return assertThrows(InvalidInputException.class, () -> begin(resume, force)).getMessage();
  }

  @Test
  void whatSomebodyChangedIsNeitherResumedNorReplaced() throws IOException {
    for (String name : List.of("run.json", "checkpoint.npz")) {
      leaveUnfinished();
      Path file = partial().resolve(name);
      byte[] kept = Files.readAllBytes(file);
      Files.writeString(file, "{\"mine\": true}");
      for (boolean force : new boolean[] {false, true}) {
        String message = refusal(!force, force);
        assertTrue(message.contains(file + " was modified after unitscope wrote it"), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals("{\"mine\": true}", Files.readString(file));
      }
      Files.write(file, kept);
      begin(true, false).close();
      begin(true, true).close();
      begin(false, true).close();
    }
  }

  @Test
  void aKillBetweenTheHashAndTheFileLeavesWhatCanBeResumed() throws IOException {
    leaveUnfinished();
    Path ledger = partial().resolve("files.sha256");
    for (String torn :
        List.of("0".repeat(64) + "  checkpoint.npz\n", "0".repeat(64) + "  che", "01")) {
      Files.writeString(ledger, Files.readString(ledger) + torn);
      try (ResumableRun run = begin(true, false)) {
        assertTrue(run.state().has("checkpoint.npz"));
        run.state().write("other.npz", out -> out.write(2));
      }
      try (ResumableRun run = begin(true, false)) {
        assertTrue(run.state().has("other.npz"));
      }
    }
  }

  @Test
  void aKillWhileTheFirstFilesAreWrittenLeavesWhatCanBeBegunAgain() throws IOException {
    leaveUnfinished();
    String title = Files.readString(partial().resolve("files.sha256")).lines().findFirst().get();
    for (String beginning : List.of("", title.substring(0, 7), title + "\n")) {
      for (String name : List.of("files.sha256", "run.json", "checkpoint.npz")) {
        Files.deleteIfExists(partial().resolve(name));
      }
      Files.writeString(partial().resolve("files.sha256"), beginning);
      Files.writeString(partial().resolve(".run.json.unitscope-elsewhere-1-1.new"), "ha");
      begin(false, false).close();
      assertFalse(Files.exists(folder.resolve("run.partial")));
    }
  }

  @Test
  void anotherVersionIsTheReasonAndNotAnotherPlaceOfTheModel() throws IOException {
    Inputs there = INPUTS.withModel(new ModelSource("there", "00", null));
    try (ResumableRun run =
        ResumableRun.begin(out(), false, new Resumption(false, 30), there, INVOCATION)) {
      run.state().write("checkpoint.npz", out -> out.write(1));
    }
    Path note = partial().resolve("run.json");
    String text =
        Files.readString(note).replaceAll("\"(identity|version)\" : \".*?\"", "\"$1\" : \"0.0.9\"");
    new StateFolder(partial()).write("run.json", out -> out.write(text.getBytes(UTF_8)));
    Inputs here = INPUTS.withModel(new ModelSource("here", "00", null));
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> ResumableRun.begin(out(), false, new Resumption(true, 30), here, INVOCATION))
            .getMessage();
    assertTrue(message.contains("belongs to another run (of unitscope 0.0.9)"), message);
  }

  /** As other software would have written it. */
  private void writeNote(String text) throws IOException {
    new StateFolder(partial()).write("run.json", out -> out.write(text.getBytes(UTF_8)));
  }

  /** What stands in the note of an unfinished run, changed; then the refusal to resume it. */
  private String refusalAfter(String pattern, String replacement) throws IOException {
    Path note = partial().resolve("run.json");
    String before = Files.readString(note);
    String after = before.replaceAll(pattern, replacement);
    assertNotEquals(before, after);
    writeNote(after);
    String message = refusal(true, false);
    assertTrue(Files.exists(partial().resolve("checkpoint.npz")));
    writeNote(before);
    return message;
  }

  @Test
  void otherKernelsOfBlasAreRefusedWithWhatToDo() throws IOException {
    leaveUnfinished();
    String now = Versions.current(Matrix::blas).blas();
    assumeTrue(now.startsWith("OPENBLAS "), now);
    String message = refusalAfter("\"OPENBLAS .*?\"", "\"OPENBLAS Core2\"");
    assertTrue(
        message.endsWith(
            "run.partial was started with BLAS kernels Core2, this is "
                + now.substring(9)
                + ": set UNITSCOPE_BLAS_KERNELS=Core2 to resume, or --force to start over"),
        message);
    String other = refusalAfter("\"OPENBLAS .*?\"", "\"MKL\"");
    assertTrue(other.contains("was started with BLAS MKL, this is " + now), other);
  }

  @Test
  void otherCodeIsRefusedAlsoOfTheSameCommit() throws IOException {
    leaveUnfinished();
    String message = refusalAfter("\"build\" : \"\\w{12}", "\"build\" : \"000000000000");
    assertTrue(message.contains("run.partial was started with build 000000000000"), message);
    assertTrue(message.contains(", this is build "), message);
    assertTrue(message.endsWith("with that build, or --force to start over"), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void codeThatWasNotRecordedIsOther() throws IOException {
    leaveUnfinished();
    String message = refusalAfter("(?s),\\s*\"versions\" : \\{.*?}", "");
    assertTrue(message.contains("was started by an earlier build of unitscope"), message);
  }

  @Test
  void anotherCommitOfTheSameCodeIsResumed() throws IOException {
    leaveUnfinished();
    Path note = partial().resolve("run.json");
    String text = Files.readString(note).replaceAll("\"commit\" : \".*?\",\\s*", "");
    writeNote(text.replace("\"build\"", "\"commit\" : \"0123\", \"build\""));
    try (ResumableRun run = begin(true, false)) {
      assertTrue(run.state().has("checkpoint.npz"));
    }
  }

  @Test
  void forceReplacesWhatOtherCodeBegan() throws IOException {
    leaveUnfinished();
    Path note = partial().resolve("run.json");
    String text = Files.readString(note);
    writeNote(text.replaceAll("\"build\" : \"\\w{12}", "\"build\" : \"000000000000"));
    try (ResumableRun run = begin(true, true)) {
      assertFalse(run.state().has("checkpoint.npz"));
    }
  }

  @Test
  void forceStartsAgain() throws IOException {
    leaveUnfinished();
    assertTrue(
        refusal(false, false).endsWith("use --resume to continue it or --force to start over"));
    try (ResumableRun run = begin(false, true)) {
      assertFalse(run.state().has("checkpoint.npz"));
    }
  }

  @Test
  void aDamagedManifestOfACompleteRunIsNoReasonToCallItThisRun() throws IOException {
    try (ResumableRun run = begin(false, false)) {
      run.state().write("checkpoint.npz", out -> out.write(1));
      run.folder().writeText("table.csv", "a\n1\n");
      run.commit();
    }
    Files.writeString(out().resolve("manifest.json"), "{");
    assertTrue(refusal(true, false).contains("--force to replace it"));
  }

  @Test
  void aKillWhileThePartialFolderIsDeletedIsMadeUpFor() throws IOException {
    try (ResumableRun run = begin(false, false)) {
      run.folder().writeText("table.csv", "a\n1\n");
      run.commit();
    }
    new StateFolder(folder.resolve("run.partial")).writeJson("run.json", noteOf(INPUTS));
    for (String deleted : List.of("", "run.json", "files.sha256")) {
      if (!deleted.isEmpty()) {
        new StateFolder(partial()).writeJson("run.json", noteOf(INPUTS));
        Files.delete(partial().resolve("run.json"));
      }
      if (deleted.equals("files.sha256")) {
        Files.delete(partial().resolve("files.sha256"));
      }
      try (ResumableRun run = begin(true, false)) {
        assertTrue(run.isComplete());
      }
      assertFalse(Files.exists(folder.resolve("run.partial")));
    }
  }

  @Test
  void whatIsNoLockOfOursInItsPlaceIsNamed() throws IOException {
    String said = "was not written by unitscope, and its name is needed for a lock";
    Path lock = Files.createDirectory(folder.resolve(".run.unitscope-lock"));
    assertTrue(refusal(false, false).contains(lock + " " + said));
    Files.delete(lock);
    Files.createSymbolicLink(lock, Path.of("nowhere"));
    assertTrue(refusal(false, false).contains(lock + " " + said));
    Files.delete(lock);
    Files.writeString(lock, "somebody's");
    assertTrue(refusal(false, false).contains(lock + " " + said));
    assertEquals("somebody's", Files.readString(lock));
    for (String left : List.of("", "unitscope wr", "unitscope writes here\n\0\0")) {
      Files.writeString(lock, left);
      begin(false, false).close();
      assertFalse(Files.exists(lock));
    }
  }
}
