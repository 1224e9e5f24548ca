package io.github.unitscope.experiments.fault;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The folder that runs are written to, and what others have there. */
final class Surroundings {
  /** The name of the run. */
  static final String PLACE = "my run";

  /** Beside it: what is done of an unfinished one. */
  static final String PARTIAL = PLACE + ".partial";

  private Surroundings() {}

  /** Files of a user, of other runs and of other programs, some of which are named as ours are. */
  static Snapshot decoys() {
    SortedMap<String, String> decoys = new TreeMap<>();
    decoys.put("photographs", "d");
    decoys.put("photographs/holiday.jpg", "fnot replaceable");
    decoys.put("my run 2", "d");
    decoys.put("my run 2/notes.txt", "fa folder without a manifest");
    decoys.put("my run 2.partial", "d");
    decoys.put("my run 2.partial/run.json", "f{}");
    decoys.put("my run.partial.txt", "fa list of parts");
    decoys.put(".my run.notes", "fhidden, and not ours");
    decoys.put(".my run 2.lock", "f");
    decoys.put(".other.lock", "fof another program");
    decoys.put(".other.unitscope-elsewhere-1-1.new", "d");
    decoys.put(".other.unitscope-elsewhere-1-1.new/weights.npz", "fof another machine");
    decoys.put("foreign", "d");
    decoys.put("foreign/manifest.json", "f{\"name\": \"of a web page\"}");
    decoys.put("link", "lphotographs");
    return new Snapshot(decoys);
  }

  /** What is of others in a state of the folder. */
  static Snapshot others(Snapshot all) {
    Snapshot decoys = decoys();
    return all.only(decoys.top()::contains);
  }

  /** The names that are neither of others nor a run nor unfinished work. */
  static List<String> leftovers(Snapshot all) {
    List<String> known = decoys().top();
    return all.top().stream()
        .filter(name -> !known.contains(name) && !name.equals(PLACE) && !name.equals(PARTIAL))
        .toList();
  }
}
