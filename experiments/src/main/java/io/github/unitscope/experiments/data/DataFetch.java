package io.github.unitscope.experiments.data;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.datasets.download.Download;
import io.github.unitscope.datasets.download.DownloadListener;
import io.github.unitscope.datasets.download.PublicDataset;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code data fetch}: downloads a dataset and checks it. */
public final class DataFetch implements Command {
  @Parameter(description = "NAME: of a dataset that can be downloaded")
  private List<String> names = new ArrayList<>();

  @OptionGroup(Group.ADVANCED)
  @Parameter(
      names = "--mirror",
      description =
          "Folder on the web to download from, for example https://HOST/FOLDER. Default:"
              + " the public mirrors")
  private String mirror;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--patience", description = "Seconds to wait for a silent server, at least 1")
  private int patience = (int) Download.PATIENCE.toSeconds();

  @ParametersDelegate private final DataOptions.Directory directory = new DataOptions.Directory();

  @Override
  public String name() {
    return "data fetch";
  }

  @Override
  public String summary() {
    return "download a dataset and check it: " + known();
  }

  @Override
  public List<String> examples() {
    return List.of(
        "data fetch mnist",
        "data fetch kodak --data-dir /data",
        "data fetch mnist --mirror https://example.org/mnist");
  }

  @Override
  public void run(Terminal terminal) {
    PublicDataset dataset = dataset();
    if (patience < 1) {
      throw new UsageException("--patience must be at least 1 second, not " + patience);
    }
    Path folder = directory.get().first().resolve(dataset.name());
    Download download = new Download(dataset, Duration.ofSeconds(patience));
    int fetched;
    try (Terminal.Progress progress =
        terminal.progress("fetching " + dataset.title(), dataset.bytes())) {
      fetched = download.fetch(folder, new Bar(progress));
    }
    terminal.say(
        fetched == 0 ? "%s: already complete in %s" : "%s: complete in %s; use it with --data %s",
        dataset.name(),
        folder,
        dataset.name());
  }

  private PublicDataset dataset() {
    PublicDataset known =
        DatasetCatalog.downloads().stream()
            .filter(dataset -> names.equals(List.of(dataset.name())))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "say which dataset to fetch, one of "
                            + known()
                            + ": ./unitscope data fetch mnist"));
    return mirror == null ? known : known.from(List.of(address()));
  }

  private static String known() {
    return DatasetCatalog.downloads().stream()
        .map(PublicDataset::name)
        .collect(Collectors.joining(", "));
  }

  private URI address() {
    String folder = mirror.endsWith("/") ? mirror : mirror + "/";
    if (folder.matches("https?://[^/].*")) {
      try {
        return URI.create(folder);
      } catch (IllegalArgumentException e) {
        // Said below.
      }
    }
    throw new UsageException(
        String.format(
            Locale.ROOT,
            "--mirror %s is not an address on the web: write http://HOST/FOLDER",
            mirror));
  }

  /** Adds up the files. */
  private static final class Bar implements DownloadListener {
    private final Terminal.Progress progress;
    private String current = "";
    private long before;
    private long done;

    Bar(Terminal.Progress progress) {
      this.progress = progress;
    }

    @Override
    public void at(String file, long bytes, long total) {
      if (!file.equals(current)) {
        before += done;
        current = file;
        progress.note(file);
      }
      done = bytes;
      progress.at(before + done);
    }
  }
}
