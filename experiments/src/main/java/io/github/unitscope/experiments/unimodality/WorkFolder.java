package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.provenance.FiniteResults;
import io.github.unitscope.provenance.StateFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The folder in which a study keeps the parts that are done, so that a killed one can be resumed.
 * Every part appears whole or not at all.
 */
final class WorkFolder {
  private final StateFolder folder;
  private final int restarts;
  private final int inputs;

  /**
   * @param folder where parts are kept
   * @param restarts of every unit
   * @param inputs values of an image
   */
  WorkFolder(StateFolder folder, int restarts, int inputs) {
    this.folder = folder;
    this.restarts = restarts;
    this.inputs = inputs;
  }

  Path path() {
    return folder.path();
  }

  /** Writes a part that is done. */
  void write(Part part, Ascents ascents) {
    Map<String, NpyArray> arrays = ascents.arrays();
    // Before it is kept: nobody could resume from it either.
    arrays.forEach((name, array) -> FiniteResults.require(StudyResults.ARRAYS, name, array));
    folder.writeArrays(part.fileName(), arrays);
  }

  /**
   * Reads a part.
   *
   * @throws InvalidInputException if it is missing or damaged
   */
  Ascents read(Part part) {
    try (NpzReader npz = NpzReader.open(folder.file(part.fileName()))) {
      return Ascents.read(npz, part.units().size() * restarts, inputs);
    }
  }

  /** Which of these parts are done; a resumption has compared the hashes of all that is there. */
  List<Part> find(Collection<Part> wanted) {
    return wanted.stream().filter(part -> folder.has(part.fileName())).toList();
  }
}
