/** What the commands leave: the arrays of {@code results.npz}, figures and tables. */
package io.github.unitscope.experiments.report;
