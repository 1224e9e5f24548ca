package io.github.unitscope.experiments.reproduce.erhan2009;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.ResumeOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.provenance.RunLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code reproduce}: the figures and the claims of Erhan et al. (2009). */
public final class ReproduceErhan2009 implements Command {
  private static final String PHOTOGRAPHS = "kodak";
  private static final String DRAWN = "leaves";

  private final Part part;

  @Parameter(names = "--quick", description = "Use small models and few units, for a first look")
  private boolean quick;

  @OptionGroup(Group.WHAT)
  @Parameter(names = "--digits", description = "Dataset of digits: mnist or synthetic")
  private String digits = Recipe.DEFAULT_DIGITS;

  @OptionGroup(Group.WHAT)
  @Parameter(
      names = "--scenes",
      description =
          "Dataset of patches: kodak or leaves. Default: kodak if it was downloaded, else"
              + " leaves")
  private String scenes;

  @ParametersDelegate private final DataOptions.Directory data = new DataOptions.Directory();
  @ParametersDelegate private final RunOptions run = new RunOptions();
  @ParametersDelegate private final ResumeOptions resume = new ResumeOptions();

  /**
   * @param part to reproduce
   */
  public ReproduceErhan2009(Part part) {
    this.part = part;
  }

  @Override
  public String name() {
    return "reproduce " + part.word();
  }

  @Override
  public String summary() {
    return part.summary();
  }

  @Override
  public List<String> examples() {
    return List.of(
        name() + " --quick --digits synthetic --scenes leaves",
        name() + " --out runs/reproduce",
        name() + " --resume");
  }

  @Override
  public Path runFolder(Path out) {
    return out.resolve(part.word());
  }

  @Override
  public void run(Terminal terminal) throws IOException {
    DatasetCatalog catalog = new DatasetCatalog(data.get());
    Recipe recipe =
        new Recipe(
            quick ? Extent.QUICK : Extent.FULL,
            digits(catalog),
            scenes(catalog, terminal),
            data.asGiven());
    Path out = run.out(Path.of("runs", quick ? "reproduce-quick" : "reproduce"));
    Workshop workshop =
        new Workshop(out, run.seedValue(), run.threads(), run.force(), resume.settings());
    RunLock lock = RunLock.take(out);
    try (lock) {
      new Reproduction(recipe, workshop, catalog, run.seedValue(), run.invocation())
          .make(part, terminal);
    }
  }

  private String digits(DatasetCatalog catalog) {
    UsageException.check(() -> catalog.entry(digits));
    if (DatasetCatalog.hasPatches(digits)) {
      throw new UsageException(
          String.format(Locale.ROOT, "--digits %s has patches: give mnist or synthetic", digits));
    }
    return digits;
  }

  private String scenes(DatasetCatalog catalog, Terminal terminal) {
    if (scenes == null) {
      if (catalog.isThere(PHOTOGRAPHS)) {
        return PHOTOGRAPHS;
      }
      terminal.warn(
          "the kodak photographs are missing, so patches are of drawn scenes (leaves); ./unitscope data fetch kodak gets them");
      return DRAWN;
    }
    UsageException.check(() -> catalog.entry(scenes));
    if (!List.of(PHOTOGRAPHS, DRAWN).contains(scenes)) {
      throw new UsageException("--scenes must be kodak or leaves, not " + scenes);
    }
    return scenes;
  }
}
