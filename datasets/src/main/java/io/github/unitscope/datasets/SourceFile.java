package io.github.unitscope.datasets;

import java.nio.file.Path;

/**
 * A file that images were read from, as manifests record it.
 *
 * @param path where it was found
 * @param sha256 of its decompressed bytes, in lower-case hexadecimal
 */
public record SourceFile(Path path, String sha256) {}
