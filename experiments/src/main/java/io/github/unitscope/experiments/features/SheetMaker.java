package io.github.unitscope.experiments.features;

import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.maximize.Maximizer;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Target;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Finds the images of sheets and puts them side by side. */
final class SheetMaker {
  private final Network network;
  private final Seed seed;
  private final Workers workers;
  private final Terminal terminal;

  SheetMaker(Network network, Seed seed, Workers workers, Terminal terminal) {
    this.network = network;
    this.seed = seed.derive("features");
    this.workers = workers;
    this.terminal = terminal;
  }

  /** The images of a sheet: [rows][cells]. */
  List<List<Maximum>> make(Sheet sheet) {
    long total = sheet.rows().stream().mapToLong(row -> row.cells().size()).sum();
    AtomicLong done = new AtomicLong();
    List<List<Maximum>> images = new ArrayList<>();
    try (Terminal.Progress progress = terminal.progress(sheet.name(), total)) {
      for (Sheet.Row row : sheet.rows()) {
        List<Target> targets = row.cells().stream().map(this::target).toList();
        Maximum[] found = new Maximum[targets.size()];
        new Maximizer(network, row.specification(), workers)
            .maximize(
                targets,
                (maximum, index) -> {
                  found[index] = maximum;
                  progress.at(done.incrementAndGet());
                });
        images.add(List.of(found));
        progress.note("%d of %d rows done".formatted(images.size(), sheet.rows().size()));
      }
    }
    return images;
  }

  private Target target(Sheet.Cell cell) {
    return new Target(cell.objective(), seed.derive(cell.start()));
  }

  Figure figure(Sheet sheet, List<List<Maximum>> images, List<String> caption) {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      Sheet.Row row = sheet.rows().get(i);
      List<Tile> tiles = new ArrayList<>();
      for (int j = 0; j < row.cells().size(); j++) {
        Maximum maximum = images.get(i).get(j);
        tiles.add(new Tile(maximum.image(), row.cells().get(j).label(), maximum.isDoubtful()));
      }
      panels.add(
          new Panel(
              row.label(),
              row.specification().describe(),
              network.inputShape(),
              tiles,
              sheet.columns(),
              Scale.PICTURE,
              "no gradient"));
    }
    return new Figure(sheet.title(), panels, 1, caption);
  }
}
