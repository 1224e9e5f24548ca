package io.github.unitscope.experiments.fault;

import java.util.Locale;

/**
 * A call of the file system below the watched folder.
 *
 * @param kind of the call
 * @param path relative to the watched folder; of a move or a link the path that is taken away or
 *     made
 */
record FileCall(Kind kind, String path) {

  /** What is called; what has no effect, such as to delete what is not there, is not counted. */
  enum Kind {
    OPEN_TO_READ("Input/output error", false),
    READ("Input/output error", false),
    LIST("Input/output error", false),
    LOCK("No locks available", false),
    OPEN_TO_WRITE("No space left on device", true),
    WRITE("No space left on device", true),
    TRUNCATE("Input/output error", true),
    FORCE("Input/output error", false),
    MOVE("Permission denied", true),
    DELETE("Permission denied", true),
    CREATE_FOLDER("No space left on device", true),
    LINK("No space left on device", true),
    COPY("No space left on device", true),
    ATTRIBUTE("Operation not permitted", true);

    private final String error;
    private final boolean changes;

    Kind(String error, boolean changes) {
      this.error = error;
      this.changes = changes;
    }

    /** What Linux says when it fails. */
    String error() {
      return error;
    }

    /** Whether the folder is another after it: a kill before any other call leaves the same. */
    boolean changes() {
      return changes;
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s of %s", kind.name().toLowerCase(Locale.ROOT), path);
  }
}
