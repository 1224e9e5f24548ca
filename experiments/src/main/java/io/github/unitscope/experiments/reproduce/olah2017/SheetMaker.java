package io.github.unitscope.experiments.reproduce.olah2017;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximizer;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Target;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  List<List<Maximum>> make(FigureSheet sheet) {
    List<List<Maximum>> images = new ArrayList<>();
    for (FigureSheet.Row row : sheet.rows()) {
      images.add(new ArrayList<>(Collections.nCopies(row.cells().size(), null)));
    }
    // What is found in one way is found at once: a row alone may be too short for all threads.
    Map<MaximizationSettings, List<Place>> places = new LinkedHashMap<>();
    for (int row = 0; row < sheet.rows().size(); row++) {
      FigureSheet.Row cells = sheet.rows().get(row);
      for (int cell = 0; cell < cells.cells().size(); cell++) {
        places
            .computeIfAbsent(cells.specification(), key -> new ArrayList<>())
            .add(new Place(row, cell));
      }
    }
    long total = places.values().stream().mapToLong(List::size).sum();
    AtomicLong done = new AtomicLong();
    try (Terminal.Progress progress = terminal.progress(sheet.name(), total)) {
      places.forEach(
          (specification, all) -> {
            find(sheet, specification, all, images, () -> progress.at(done.incrementAndGet()));
            progress.note(String.format(Locale.ROOT, "%d of %d images found", done.get(), total));
          });
    }
    return images;
  }

  /** Where an image stands. */
  private record Place(int row, int cell) {}

  private void find(
      FigureSheet sheet,
      MaximizationSettings specification,
      List<Place> places,
      List<List<Maximum>> images,
      Runnable found) {
    List<Target> targets =
        places.stream()
            .map(place -> target(sheet.rows().get(place.row).cells().get(place.cell)))
            .toList();
    new Maximizer(network, specification, workers)
        .maximize(
            targets,
            (maximum, index) -> {
              Place place = places.get(index);
              images.get(place.row).set(place.cell, maximum);
              found.run();
            });
  }

  private Target target(FigureSheet.Cell cell) {
    return new Target(cell.objective(), seed.derive(cell.start()));
  }

  Figure figure(FigureSheet sheet, List<List<Maximum>> images, List<String> caption) {
    List<Panel> panels = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      FigureSheet.Row row = sheet.rows().get(i);
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
