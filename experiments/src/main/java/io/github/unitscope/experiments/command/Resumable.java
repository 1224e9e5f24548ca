package io.github.unitscope.experiments.command;

/** Options by which a command resumes what it left unfinished; they mark such commands. */
public interface Resumable {}
