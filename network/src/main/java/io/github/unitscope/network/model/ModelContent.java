package io.github.unitscope.network.model;

import io.github.unitscope.network.storage.NpyArray;
import java.util.Map;

/**
 * What a model folder consists of.
 *
 * @param description what goes into {@code model.json}: an object whose {@code kind} is that of the
 *     format
 * @param weights the arrays of {@code weights.npz}, in the order in which they are written
 */
public record ModelContent(Object description, Map<String, NpyArray> weights) {}
