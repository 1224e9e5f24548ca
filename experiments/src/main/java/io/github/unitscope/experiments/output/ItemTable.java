package io.github.unitscope.experiments.output;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A {@link CsvTable} with a row for each of several items, column by column.
 *
 * @param <T> the kind of item
 */
public final class ItemTable<T> {
  private final List<T> items;
  private final List<String> titles = new ArrayList<>();
  private final List<Function<? super T, ?>> cells = new ArrayList<>();

  /**
   * A table without columns.
   *
   * @param items one for each row
   */
  public ItemTable(List<T> items) {
    this.items = List.copyOf(items);
  }

  /**
   * Adds a column.
   *
   * @param cell what {@link CsvTable#row(Object...)} takes
   */
  public ItemTable<T> column(String title, Function<? super T, ?> cell) {
    titles.add(title);
    cells.add(cell);
    return this;
  }

  /** The header and the rows. */
  public String csv() {
    CsvTable table = new CsvTable(titles);
    for (T item : items) {
      List<Object> row = new ArrayList<>();
      cells.forEach(cell -> row.add(cell.apply(item)));
      table.row(row);
    }
    return table.toString();
  }
}
