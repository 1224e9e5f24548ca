/** Options, terminals and exit codes: what every command shares. */
package io.github.unitscope.experiments.cli;
