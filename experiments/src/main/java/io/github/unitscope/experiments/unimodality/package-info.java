/**
 * The study of unimodality: many ascents for every unit of a model and of its null models, in parts
 * that outlive a killed process, then tables, arrays and pictures of all of them.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.unimodality.Study}.
 */
package io.github.unitscope.experiments.unimodality;
