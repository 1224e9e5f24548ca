/**
 * What a person sees of a command while it runs: lines, progress, failures. The only package that
 * prints.
 */
package io.github.unitscope.experiments.terminal;
