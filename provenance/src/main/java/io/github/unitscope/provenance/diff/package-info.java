/**
 * The comparison of two runs, file by file and value by value, with the cause of each difference.
 * Begin with {@link io.github.unitscope.provenance.diff.RunComparison}.
 */
package io.github.unitscope.provenance.diff;
