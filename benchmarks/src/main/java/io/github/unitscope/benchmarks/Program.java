package io.github.unitscope.benchmarks;

import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How this program is started anew. */
public final class Program {
  /** The class to start, by name: it knows this package, which cannot know it in turn. */
  public static final String MAIN_CLASS = "io.github.unitscope.experiments.Unitscope";

  private static final String LAUNCHER = "unitscope";

  private Program() {}

  /** The launcher, as people start it; this virtual machine with its options where it is not. */
  static List<String> command() {
    for (Path folder = home(); folder != null; folder = folder.getParent()) {
      Path launcher = folder.resolve(LAUNCHER);
      if (Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
        return List.of(launcher.toString());
      }
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(MAIN_CLASS);
    return command;
  }

  /** Where the classes are; null where that is no place in the file system. */
  private static Path home() {
    try {
      return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
