/** Options that several commands have: the model, its units, the data, where results go. */
package io.github.unitscope.experiments.options;
