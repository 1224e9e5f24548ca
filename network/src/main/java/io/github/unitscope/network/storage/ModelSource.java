package io.github.unitscope.network.storage;

/**
 * Which model was read, as manifests record it.
 *
 * @param path of its folder, as it was given
 * @param sha256 of its description and parameters
 * @param run identity of the run that made it; null if its folder has no manifest that says so
 */
public record ModelSource(String path, String sha256, String run) {}
