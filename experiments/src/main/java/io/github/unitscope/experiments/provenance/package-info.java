/**
 * What the manifests of runs are for: to show how a run was made, to make it again, and to compare
 * two runs down to the values of their arrays.
 */
package io.github.unitscope.experiments.provenance;
