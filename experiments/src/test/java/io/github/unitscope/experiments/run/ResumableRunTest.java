package io.github.unitscope.experiments.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.InvalidInputException;
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
  private static final Invocation INVOCATION = new Invocation(List.of("probe"), 1);

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
      Files.writeString(run.partial().resolve("checkpoint.npz"), "state");
    }
  }

  private String refusal(boolean resume, boolean force) {
    return assertThrows(InvalidInputException.class, () -> begin(resume, force)).getMessage();
  }

  @Test
  void aDamagedNoteOfWhoseItIsSaysWhatToDo() throws IOException {
    leaveUnfinished();
    for (String text : List.of("", "{", "[]", "{\"identity\": 3}", "{\"novel\": true}")) {
      Files.writeString(partial().resolve("run.json"), text);
      String message = refusal(true, false);
      assertTrue(message.contains("run.json"), message);
      assertTrue(message.endsWith("start again with --force"), message);
      assertEquals(1, message.lines().count(), message);
      assertTrue(Files.exists(partial().resolve("checkpoint.npz")));
    }
  }

  @Test
  void anotherVersionIsTheReasonAndNotAnotherPlaceOfTheModel() throws IOException {
    Inputs there = INPUTS.withModel(new ModelSource("there", "00", null));
    try (ResumableRun run =
        ResumableRun.begin(out(), false, new Resumption(false, 30), there, INVOCATION)) {
      Files.writeString(run.partial().resolve("checkpoint.npz"), "state");
    }
    Path note = partial().resolve("run.json");
    String text =
        Files.readString(note).replaceAll("\"(identity|version)\" : \".*?\"", "\"$1\" : \"0.0.9\"");
    Files.writeString(note, text);
    Inputs here = INPUTS.withModel(new ModelSource("here", "00", null));
    String message =
        assertThrows(
                InvalidInputException.class,
                () -> ResumableRun.begin(out(), false, new Resumption(true, 30), here, INVOCATION))
            .getMessage();
    assertTrue(message.contains("of another run (of unitscope 0.0.9)"), message);
  }

  @Test
  void forceReplacesWhatCannotBeGoneOnWith() throws IOException {
    leaveUnfinished();
    Files.writeString(partial().resolve("run.json"), "{");
    try (ResumableRun run = begin(true, true)) {
      assertFalse(Files.exists(run.partial().resolve("checkpoint.npz")));
    }
  }

  @Test
  void aDamagedManifestOfACompleteRunIsNoReasonToCallItThisRun() throws IOException {
    try (ResumableRun run = begin(false, false)) {
      Files.writeString(run.partial().resolve("checkpoint.npz"), "state");
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
      Path note = run.partial().resolve("run.json");
      byte[] kept = Files.readAllBytes(note);
      run.commit();
      Files.write(partial().resolve("run.json"), kept);
    }
    try (ResumableRun run = begin(true, false)) {
      assertTrue(run.isComplete());
    }
    assertFalse(Files.exists(folder.resolve("run.partial")));
  }

  @Test
  void whatIsNoFileInThePlaceOfTheLockIsNamed() throws IOException {
    Path lock = Files.createDirectory(folder.resolve(".run.lock"));
    assertTrue(refusal(false, false).contains(lock + " is no file"));
    Files.delete(lock);
    Files.createSymbolicLink(lock, Path.of("nowhere"));
    assertTrue(refusal(false, false).contains(lock + " is no file"));
    Files.delete(lock);
    Files.writeString(lock, "left by a kill");
    begin(false, false).close();
  }
}
