/** Models on disk, of whatever kind: {@link io.github.unitscope.experiments.model.LoadedModel}. */
package io.github.unitscope.experiments.model;
