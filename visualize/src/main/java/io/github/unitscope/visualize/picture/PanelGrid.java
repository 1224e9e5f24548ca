package io.github.unitscope.visualize.picture;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Where the panels of a figure lie: in rows, those of a column below each other. */
final class PanelGrid {
  private final List<PanelLayout> layouts;
  private final int columns;

  PanelGrid(List<Panel> panels, int columns) {
    this.layouts = panels.stream().map(PanelLayout::new).toList();
    this.columns = Math.min(columns, panels.size());
  }

  PanelLayout layout(int panel) {
    return layouts.get(panel);
  }

  int width() {
    return left(columns - 1) + columnWidth(columns - 1);
  }

  int height() {
    int last = (layouts.size() - 1) / columns;
    return top(last * columns) + rowHeight(last);
  }

  int left(int panel) {
    return IntStream.range(0, panel % columns).map(i -> columnWidth(i) + Style.PANEL_GAP).sum();
  }

  int top(int panel) {
    return IntStream.range(0, panel / columns).map(i -> rowHeight(i) + Style.PANEL_GAP).sum();
  }

  /** The same for all panels of a row, so that their grids begin at the same height. */
  int header(int panel) {
    return largestOfRow(panel / columns, PanelLayout::headerHeight);
  }

  private int rowHeight(int row) {
    return largestOfRow(row, PanelLayout::headerHeight)
        + largestOfRow(row, PanelLayout::gridHeight)
        + largestOfRow(row, PanelLayout::footerHeight);
  }

  private int largestOfRow(int row, ToIntFunction<PanelLayout> size) {
    int end = Math.min(layouts.size(), (row + 1) * columns);
    return layouts.subList(row * columns, end).stream().mapToInt(size).max().orElseThrow();
  }

  private int columnWidth(int column) {
    return IntStream.range(0, layouts.size())
        .filter(i -> i % columns == column)
        .map(i -> layouts.get(i).width())
        .max()
        .orElseThrow();
  }
}
