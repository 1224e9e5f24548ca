/** {@code rerun}: reproduces a run from its manifest and compares the two. */
package io.github.unitscope.experiments.rerun;
