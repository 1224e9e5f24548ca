package io.github.unitscope.experiments.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.network.storage.StagedFolder;
import io.github.unitscope.provenance.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a finished run is, but for what is never the same twice. */
final class RunContent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunContent() {}

  /** A run without its times: two with the same results are equal. */
  static Snapshot timeless(Snapshot run) {
    SortedMap<String, String> entries = new TreeMap<>(run.entries());
    entries.replaceAll(
        (name, entry) -> {
          if (isCalled(name, StagedFolder.MANIFEST)) {
            return timelessManifest(entry);
          }
          return isCalled(name, RunFolder.TIMES) ? "f" : entry;
        });
    return new Snapshot(entries);
  }

  private static boolean isCalled(String name, String file) {
    return name.equals(file) || name.endsWith("/" + file);
  }

  private static String timelessManifest(String entry) {
    try {
      ObjectNode manifest = (ObjectNode) JSON.readTree(utf8(entry));
      manifest.remove(List.of("started", "seconds"));
      ObjectNode outputs = (ObjectNode) manifest.get("outputs");
      List<String> names = new ArrayList<>();
      outputs.fieldNames().forEachRemaining(names::add);
      names.removeIf(name -> !isCalled(name, RunFolder.TIMES));
      outputs.remove(names);
      return manifest.toString();
    } catch (IOException | ClassCastException e) {
      return "damaged: " + entry;
    }
  }

  /** What is wrong between the manifest of a run and its files; empty if nothing is. */
  static List<String> problems(Snapshot run) {
    String manifest = run.entries().get(StagedFolder.MANIFEST);
    if (manifest == null) {
      return List.of("no manifest");
    }
    List<String> problems = new ArrayList<>();
    try {
      JsonNode outputs = JSON.readTree(utf8(manifest)).path("outputs");
      for (Map.Entry<String, String> each : run.entries().entrySet()) {
        String name = each.getKey();
        boolean listed = !each.getValue().equals("d") && !isCalled(name, StagedFolder.MANIFEST);
        if (listed && !outputs.path(name).asText().equals(hash(each.getValue()))) {
          problems.add("the manifest has another hash of " + name);
        }
      }
      outputs.fieldNames().forEachRemaining(name -> require(run, name, problems));
    } catch (IOException e) {
      problems.add("the manifest is damaged");
    }
    return problems;
  }

  private static void require(Snapshot run, String name, List<String> problems) {
    if (!run.has(name)) {
      problems.add("the manifest names " + name + ", which is missing");
    }
  }

  private static String utf8(String entry) {
    return new String(
        entry.substring(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static String hash(String entry) {
    return Sha256.of(entry.substring(1).getBytes(StandardCharsets.ISO_8859_1));
  }
}
