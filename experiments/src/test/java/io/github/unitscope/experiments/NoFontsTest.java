package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines without fonts, without fontconfig, and without Java's library for glyphs, for real. */
@Tag("slow")
class NoFontsTest {
  @TempDir Path folder;

  @BeforeEach
  void requireNamespaces() throws Exception {
    Namespace.require("mount -t tmpfs none " + folder);
  }

  /** Hides all files of a name below a folder: a library that is empty cannot be loaded. */
  private static String hide(String name) {
    return "for file in $(find -L /usr/lib /usr/lib64 /lib '"
        + System.getProperty("java.home")
        + "' -maxdepth 4 -name '"
        + name
        + "' 2>/dev/null); do mount --bind /dev/null \"$file\"; done";
  }

  private static String hideFonts() {
    return "for at in /etc/fonts /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts; do"
        + " if [ -d $at ]; then mount -t tmpfs none $at; fi; done";
  }

  @Test
  void picturesAreTheSameBytesWithoutFontsAndFontconfig() throws Exception {
    Path here = Files.createDirectory(folder.resolve("here"));
    Path there = Files.createDirectory(folder.resolve("there"));
    Object[] training = {"train", "dbn", "--layers", "30,20", "--epochs", 2, "--out"};
    Object[] comparison = {"compare", "--model", here.resolve("m"), "--units", "0-2", "--out"};
    Object[] fit = {"gabor", "--model", here.resolve("m"), "--out"};
    CommandLine.succeed(with(training, here.resolve("m")));
    CommandLine.succeed(with(comparison, here.resolve("c")));
    CommandLine.succeed(with(fit, here.resolve("g")));
    String said =
        Namespace.run(
            hide("libfontconfig.*"),
            hideFonts(),
            "! fc-list 2>/dev/null | grep .",
            Namespace.program(with(training, there.resolve("m"))),
            Namespace.program(with(comparison, there.resolve("c"))),
            Namespace.program(with(fit, there.resolve("g"))));
    for (String file :
        new String[] {"m/training.png", "c/compare.png", "g/gabor.png", "g/explained.png"}) {
      assertArrayEquals(
          Files.readAllBytes(here.resolve(file)),
          Files.readAllBytes(there.resolve(file)),
          file + "\n" + said);
    }
  }

  @Test
  void whatCannotBeDrawnIsSaidInOneLineBeforeTheWork() throws Exception {
    String said =
        Namespace.run(
            hide("libfreetype.*"),
            "code=0; "
                + Namespace.program(
                    "train", "dbn", "--layers", "30", "--epochs", 1, "--out", folder.resolve("m"))
                + " || code=$?",
            "echo exit $code",
            "ls -A " + folder);
    assertTrue(said.startsWith("unitscope: text cannot be drawn"), said);
    assertTrue(said.contains("libfreetype"), said);
    assertEquals(said.lines().skip(1).toList(), List.of("exit 1"), said);
  }

  private static Object[] with(Object[] arguments, Path out) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = out;
    return all;
  }
}
