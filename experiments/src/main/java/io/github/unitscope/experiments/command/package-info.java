/** What a command is, and how its options are read from words. */
package io.github.unitscope.experiments.command;
