package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Counts the calls below a folder while a command runs, and lets the fault happen at one of them.
 *
 * <pre>{@code
 * try (Watch watch = Watch.begin(root, Fault.KILL, 17, null)) {
 *   run(command);
 * }
 * }</pre>
 *
 * <p>Closing it is the end of the process: what it had open is closed, so that its locks are gone.
 */
final class Watch implements AutoCloseable {
  private static volatile Watch current;

  private final Path root;
  private final Fault fault;
  private final int at;
  private final Runnable meanwhile;
  private final List<FileCall> calls = new ArrayList<>();
  private final Set<Channel> open = new HashSet<>();
  private volatile boolean fired;
  private volatile boolean dead;

  /** While another process acts; its threads come here too. */
  private volatile boolean suspended;

  private Watch(Path root, Fault fault, int at, Runnable meanwhile) {
    this.root = root;
    this.fault = fault;
    this.at = at;
    this.meanwhile = meanwhile;
  }

  /**
   * Begins to watch.
   *
   * @param root the folder; an absolute path without symbolic links
   * @param fault what is to happen
   * @param at at which call, from 1
   * @param meanwhile what another process does; null but for {@link Fault#MEANWHILE}
   */
  static Watch begin(Path root, Fault fault, int at, Runnable meanwhile) {
    if (current != null) {
      throw new IllegalStateException("a process is being watched");
    }
    current = new Watch(FaultyPath.unwrap(root), fault, at, meanwhile);
    return current;
  }

  /** The calls so far. */
  synchronized List<FileCall> calls() {
    return List.copyOf(calls);
  }

  /** Whether the command came to the call at which something was to happen. */
  boolean hasFired() {
    return fired;
  }

  /** Writes half of the bytes of a call. */
  @FunctionalInterface
  interface Halfway {
    void write() throws IOException;
  }

  /** Says that a file is about to be touched; throws if that is not to succeed. */
  static void call(Kind kind, Path path) throws IOException {
    call(kind, path, () -> {});
  }

  /** The same of bytes that may be written by half. */
  static void call(Kind kind, Path path, Halfway halfway) throws IOException {
    Watch watch = current;
    if (watch != null) {
      watch.take(kind, path, halfway);
    }
  }

  /** Remembers what the end of the process closes. */
  static void opened(Channel channel, Path path) {
    Watch watch = current;
    if (watch != null && watch.isBelow(path)) {
      synchronized (watch) {
        if (!watch.suspended) {
          watch.open.add(channel);
        }
      }
    }
  }

  private boolean isBelow(Path path) {
    return path.toAbsolutePath().normalize().startsWith(root);
  }

  private void take(Kind kind, Path path, Halfway halfway) throws IOException {
    if (suspended || !isBelow(path)) {
      return;
    }
    if (dead) {
      throw new Killed();
    }
    if (count(new FileCall(kind, relative(path))) == at && fault.concerns(kind)) {
      fired = true;
      happen(kind, path, halfway);
    }
  }

  private String relative(Path path) {
    return root.relativize(path.toAbsolutePath().normalize()).toString();
  }

  private synchronized int count(FileCall call) {
    calls.add(call);
    return calls.size();
  }

  private void happen(Kind kind, Path path, Halfway halfway) throws IOException {
    if (fault.isHalfway()) {
      halfway.write();
    }
    switch (fault) {
      case FAIL, FAIL_HALFWAY -> throw failure(kind, path);
      case KILL, KILL_HALFWAY -> {
        dead = true;
        throw new Killed();
      }
      case HALT, HALT_HALFWAY -> Runtime.getRuntime().halt(137);
      case MEANWHILE -> {
        suspended = true;
        try {
          meanwhile.run();
        } finally {
          suspended = false;
        }
      }
      default -> throw new IllegalStateException(String.format(Locale.ROOT, "%s", fault));
    }
  }

  /** Channels that are open name no file; so does Java. */
  private static IOException failure(Kind kind, Path path) {
    return switch (kind) {
      case READ, WRITE, TRUNCATE, FORCE, LOCK -> new IOException(kind.error());
      case MOVE, DELETE -> new AccessDeniedException(path.toString());
      default -> new FileSystemException(path.toString(), null, kind.error());
    };
  }

  @Override
  public void close() {
    current = null;
    for (Channel channel : open) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
