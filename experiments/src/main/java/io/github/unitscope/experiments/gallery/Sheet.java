package io.github.unitscope.experiments.gallery;

import java.util.List;

/**
 * Where tiles lie: tile t in file t / tilesPerFile, there at place p = t mod tilesPerFile, in
 * column p mod columns and row p / columns, without gaps.
 *
 * @param files relative to the page
 * @param tilesPerFile of every file but the last
 * @param columns of every file
 * @param tileWidth in pixels
 * @param tileHeight in pixels
 * @param pixelated whether tiles are to be magnified with sharp pixels: they are small images as
 *     they are
 */
record Sheet(
    List<String> files,
    int tilesPerFile,
    int columns,
    int tileWidth,
    int tileHeight,
    boolean pixelated) {}
