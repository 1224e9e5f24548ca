package io.github.unitscope.experiments.options;

import io.github.unitscope.provenance.Resumption;
import java.nio.file.Path;

/**
 * Where and how a command runs as a step of another.
 *
 * @param out folder to write
 * @param seed the root seed
 * @param threads to use
 * @param force whether an earlier run may be replaced
 * @param resumption how a command that can be resumed begins
 */
public record RunPlace(Path out, long seed, int threads, boolean force, Resumption resumption) {}
