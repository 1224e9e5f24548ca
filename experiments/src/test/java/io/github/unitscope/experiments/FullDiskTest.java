package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Disks that are full, read-only or somebody else's, for real: small ones, mounted in a namespace
 * of Linux that ends with the script.
 */
@Tag("slow")
class FullDiskTest {
  @TempDir Path folder;

  private Path disk;

  @BeforeEach
  void requireNamespaces() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Namespace.require("mount -t tmpfs -o size=64k none " + disk);
  }

  /** The filler leaves room for a manifest, then for a checkpoint, but never for the weights. */
  @ParameterizedTest
  @ValueSource(ints = {0, 24, 400})
  void aFullDiskLeavesEarlierResultsAndTheRunGoesOnWhenThereIsRoom(int kilobytesLeft)
      throws Exception {
    Object[] training = {
      "train",
      "dbn",
      "--layers",
      "60",
      "--epochs",
      1,
      "--quiet",
      "--checkpoint-every",
      0,
      "--out",
      disk.resolve("run"),
      "--force"
    };
    List<Object> resumed = new ArrayList<>(List.of(training));
    resumed.add("--resume");
    String said =
        Namespace.run(
            "mount -t tmpfs -o size=3m none " + disk,
            Namespace.program(
                "train", "dbn", "--layers", "4", "--epochs", 1, "--quiet", "--out", disk + "/run"),
            "cd " + disk,
            "sha256sum run/* >../sums",
            "free=$(df --output=avail -k . | tail -n 1)",
            String.format(
                Locale.ROOT, "head -c $(( (free - %d) * 1024 )) /dev/zero >filler", kilobytesLeft),
            "code=0; " + Namespace.program(training) + " || code=$?",
            "echo exit $code",
            "sha256sum --quiet --check ../sums && echo intact",
            "ls -A",
            "rm filler",
            Namespace.program(resumed.toArray()),
            "ls -A",
            Namespace.program("show", disk + "/run"));
    List<String> lines = said.lines().toList();
    assertTrue(lines.get(0).startsWith("unitscope: cannot "), said);
    assertTrue(lines.get(0).contains("the disk is full"), said);
    assertEquals(List.of("exit 1", "intact"), lines.subList(1, 3), said);
    List<String> names = lines.subList(3, lines.indexOf("filler") + 1);
    assertTrue(
        names.stream().noneMatch(name -> name.contains(".new") || name.contains(".old")), said);
    assertTrue(said.contains("\nrun\nrun "), said);
    assertTrue(said.contains("60"), said);
  }

  @Test
  void aReadOnlyDiskIsNamed() throws Exception {
    String said =
        Namespace.run(
            "mount -t tmpfs -o ro,size=64k none " + disk,
            "code=0; "
                + Namespace.program("data", "show", "--quiet", "--out", disk.resolve("run"))
                + " || code=$?",
            "echo exit $code");
    assertTrue(said.contains("the file system is read-only"), said);
    assertTrue(said.endsWith("\nexit 1\n"), said);
    assertEquals(2, said.lines().count(), said);
  }

  /** Even root has no rights in a namespace on what belongs to a user that it does not have. */
  @Test
  void aFolderWithoutPermissionIsNamed() throws Exception {
    assumeTrue(System.getProperty("user.name").equals("root"), "only root can give files away");
    Files.setAttribute(disk, "unix:uid", 12345);
    String said =
        Namespace.run(
            "code=0; "
                + Namespace.program("data", "show", "--quiet", "--out", disk.resolve("run"))
                + " || code=$?",
            "echo exit $code");
    assertTrue(said.contains("permission denied"), said);
    assertTrue(said.endsWith("\nexit 1\n"), said);
    assertEquals(2, said.lines().count(), said);
  }
}
