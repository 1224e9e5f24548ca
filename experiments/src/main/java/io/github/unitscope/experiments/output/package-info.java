/**
 * What several commands leave: figures, charts, tables, arrays and models, each written in one way.
 */
package io.github.unitscope.experiments.output;
