package io.github.unitscope.experiments.gallery;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The pictures of one kind of all units of a layer, as the page reads them. U units; null is left
 * out.
 *
 * @param sheet where the tiles are
 * @param perUnit tiles of every unit, those of the first unit first; null where {@code tiles} tells
 * @param tiles [U][K], which tiles of the sheet; they may be shared
 * @param values [U][K], the unit's value for each picture: of what is maximized
 * @param images [U][K], index of each picture in the data
 * @param labels [U][K], class of each; an entry is null where there is none
 * @param captions [U][K], name of each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record View(
    Sheet sheet,
    Integer perUnit,
    int[][] tiles,
    double[][] values,
    int[][] images,
    Integer[][] labels,
    String[][] captions) {

  /** As many pictures of every unit. */
  static View of(Sheet sheet, int perUnit, double[][] values) {
    return new View(sheet, perUnit, null, values, null, null, null);
  }
}
