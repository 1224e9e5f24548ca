package io.github.unitscope.experiments.fault;

/** Unwinds the stack of a process that is dead for the file system. No program catches it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed() {
    super("killed", null, false, false);
  }
}
