package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {
  /** A manifest that holds nothing but the hash of the one file. */
  private static final StagedFolder.Owner OWNER =
      folder -> {
        Path manifest = folder.resolve(StagedFolder.MANIFEST);
        if (!Files.exists(manifest)) {
          throw new InvalidInputException("it has no manifest");
        }
        try {
          // In this order: Map.of has another one in each virtual machine.
          Map<String, Set<String>> files = new LinkedHashMap<>();
          files.put("a.txt", Set.of(Files.readString(manifest)));
          files.put(StagedFolder.MANIFEST, Set.of(Sha256.of(manifest)));
          return new KnownFiles(files);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };

  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void chooseTarget() {
    out = folder.resolve("run");
  }

  private static void write(Path out, boolean force, String content) throws IOException {
    try (StagedFolder staged = StagedFolder.create(out, OWNER, force)) {
      Files.writeString(staged.resolve("a.txt"), content);
      Files.writeString(
          staged.resolve(StagedFolder.MANIFEST),
          Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
      staged.commit();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private String refusal(boolean force) {
    String message =
        assertThrows(InvalidInputException.class, () -> StagedFolder.create(out, OWNER, force))
            .getMessage();
    assertEquals(1, message.lines().count());
    return message;
  }

  @Test
  void aFolderAppearsWhenItIsComplete() throws IOException {
    try (StagedFolder staged = StagedFolder.create(out, OWNER, false)) {
      Files.writeString(staged.resolve("a.txt"), "one");
      assertFalse(Files.exists(out));
      staged.commit();
      assertEquals("one", Files.readString(out.resolve("a.txt")));
    }
    assertEquals(List.of("run"), names());
  }

  @Test
  void whatIsNotCommittedLeavesNothing() throws IOException {
    try (StagedFolder staged = StagedFolder.create(out, OWNER, false)) {
      Files.createDirectories(staged.resolve("deep/er"));
      Files.writeString(staged.resolve("deep/er/a.txt"), "one");
    }
    assertEquals(List.of(), names());
  }

  @Test
  void aFolderIsReplacedOnlyByForceAndOnlyWhenTheNewOneIsComplete() throws IOException {
    write(out, false, "one");
    assertTrue(refusal(false).endsWith("exists: give another --out, or --force to replace it"));
    try (StagedFolder staged = StagedFolder.create(out, OWNER, true)) {
      Files.writeString(staged.resolve("a.txt"), "failed");
    }
    assertEquals("one", Files.readString(out.resolve("a.txt")));
    write(out, true, "two");
    assertEquals("two", Files.readString(out.resolve("a.txt")));
    assertEquals(List.of("run"), names());
  }

  @Test
  void forceSparesWhatUnitscopeDidNotWrite() throws IOException {
    Files.createDirectory(out);
    write(out, true, "into an empty folder");
    Path stranger = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(stranger.resolve("a.jpg"), "x");
    out = stranger;
    assertTrue(refusal(true).contains("is not replaced (it has no manifest)"));
    Files.writeString(stranger.resolve(StagedFolder.MANIFEST), "another program's");
    assertTrue(refusal(true).contains(stranger.resolve("a.jpg") + " was not written by"));
    assertEquals("x", Files.readString(stranger.resolve("a.jpg")));
  }

  @Test
  void aFolderThatAppearsMeanwhileIsKept() throws IOException {
    try (StagedFolder staged = StagedFolder.create(out, OWNER, false)) {
      write(out, false, "the other");
      assertThrows(InvalidInputException.class, staged::commit);
    }
    assertEquals("the other", Files.readString(out.resolve("a.txt")));
    assertEquals(List.of("run"), names());
  }

  @Test
  void aFileInTheWayIsNamed() throws IOException {
    Files.writeString(out, "a file");
    assertTrue(refusal(true).contains("is a file where"));
    out = out.resolve("below/it");
    assertTrue(refusal(false).contains("a file is in the way"));
    out = Path.of("/");
    assertTrue(refusal(true).contains("cannot be an output folder"));
  }

  @Test
  void aParentThatCannotBeWrittenToIsNamed() throws IOException {
    Path parent = Files.createDirectory(folder.resolve("locked"));
    assumeTrue(parent.toFile().setWritable(false) && !Files.isWritable(parent), "run as root");
    out = parent.resolve("run");
    assertTrue(refusal(false).contains("permission denied"));
  }

  @Test
  void aLinkStaysALinkAndWhatItPointsToIsReplaced() throws IOException {
    Path real = folder.resolve("real");
    write(real, false, "one");
    Files.createSymbolicLink(out, real);
    write(out, true, "two");
    assertTrue(Files.isSymbolicLink(out));
    assertEquals("two", Files.readString(real.resolve("a.txt")));
  }

  @Test
  void aKilledProcessLeavesNoFolderAndTheNextRunCleansUp() throws Exception {
    Process child = startChild(out);
    assertEquals('w', child.getInputStream().read());
    assertEquals(1, names().size());
    child.destroyForcibly().waitFor();
    assertFalse(Files.exists(out));
    assertEquals(1, names().size());
    write(out, false, "after");
    assertEquals(List.of("run"), names());
  }

  @Test
  void anOldFolderThatAKilledProcessHadMovedAsideIsPutBack() throws Exception {
    Process child = startChild(out);
    assertEquals('w', child.getInputStream().read());
    child.destroyForcibly().waitFor();
    Path left = folder.resolve(names().get(0));
    Files.writeString(left.resolve("a.txt"), "old");
    Files.move(
        left, folder.resolve(left.getFileName().toString().replaceAll("\\d+\\.new$", "9.old")));
    assertTrue(refusal(false).contains("exists"));
    assertEquals("old", Files.readString(out.resolve("a.txt")));
  }

  @Test
  void whatADeadProcessWithOurNumberLeftIsTakenAway() throws Exception {
    Path ours;
    try (StagedFolder staged = StagedFolder.create(out, OWNER, false)) {
      ours = staged.resolve("");
    }
    Path next = folder.resolve(withNumber(ours, numberOf(ours) + 1));
    Files.createDirectories(next.resolve("half"));
    write(out, false, "one");
    assertEquals(List.of("run"), names());
  }

  private static long numberOf(Path temporary) {
    return Long.parseLong(temporary.getFileName().toString().replaceAll(".*-(\\d+)\\.new", "$1"));
  }

  private static String withNumber(Path temporary, long number) {
    return temporary.getFileName().toString().replaceAll("\\d+\\.new$", number + ".new");
  }

  @Test
  void whatAnotherMachineLeftIsTakenAwayToo() throws IOException {
    Files.createDirectories(folder.resolve(".run.unitscope-elsewhere-1-1.new/half"));
    write(out, false, "one");
    assertEquals(List.of("run"), names());
  }

  @Test
  void ofAFolderThatWasMovedAsideOnlyWhatIsKnownIsDeleted() throws IOException {
    write(out, false, "one");
    Path aside = folder.resolve(".run.unitscope-elsewhere-1-1.old");
    Files.move(out, aside);
    write(out, true, "two");
    assertEquals(List.of("run"), names());
    Files.move(out, aside);
    Files.writeString(aside.resolve("b.txt"), "mine");
    assertEquals(aside, StagedFolder.standing(out));
    Files.createDirectory(out);
    write(out, true, "three");
    assertEquals(List.of(aside.getFileName().toString(), "run"), names());
    assertEquals("mine", Files.readString(aside.resolve("b.txt")));
    assertFalse(Files.exists(aside.resolve("a.txt")));
    assertEquals("three", Files.readString(out.resolve("a.txt")));
  }

  @Test
  void whatWasAddedWhileTheRunWasMadeIsKept() throws IOException {
    write(out, false, "one");
    try (StagedFolder staged = StagedFolder.create(out, OWNER, true)) {
      Files.writeString(out.resolve("b.txt"), "mine");
      String message = assertThrows(InvalidInputException.class, staged::commit).getMessage();
      assertTrue(message.startsWith(out.resolve("b.txt") + " was not written by"), message);
    }
    assertEquals("one", Files.readString(out.resolve("a.txt")));
    assertEquals("mine", Files.readString(out.resolve("b.txt")));
    assertEquals(List.of("run"), names());
  }

  private static Process startChild(Path out) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            Child.class.getName(),
            out.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Writes half of a run, says so, and waits to be killed. */
  static final class Child {
    public static void main(String[] arguments) throws Exception {
      try (StagedFolder staged = StagedFolder.create(Path.of(arguments[0]), OWNER, false)) {
        Files.writeString(staged.resolve("half.txt"), "half");
        System.out.print('w');
        System.out.flush();
        Thread.sleep(60_000);
      }
    }
  }
}
