package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.fault.FileCall.Kind;

/** What happens at one call. */
enum Fault {
  /** Nothing: calls are only counted. */
  NONE,
  /** The call fails once, as on a full or broken disk. */
  FAIL,
  /** Half of the bytes are written, then the call fails. */
  FAIL_HALFWAY,
  /** The process is dead before the call: nothing that it still does changes anything. */
  KILL,
  /** The process is dead when half of the bytes are written. */
  KILL_HALFWAY,
  /** The virtual machine really ends before the call, without shutting down. */
  HALT,
  /** The virtual machine really ends when half of the bytes are written. */
  HALT_HALFWAY,
  /** Another process does something before the call. */
  MEANWHILE;

  /** Whether it can happen at a call of a kind, and differs there from the other faults. */
  boolean concerns(Kind kind) {
    return switch (this) {
      case NONE -> false;
      case FAIL, MEANWHILE -> true;
      case KILL, HALT -> kind.changes();
      case FAIL_HALFWAY, KILL_HALFWAY, HALT_HALFWAY -> kind == Kind.WRITE;
    };
  }

  boolean isHalfway() {
    return this == FAIL_HALFWAY || this == KILL_HALFWAY || this == HALT_HALFWAY;
  }

  boolean isKill() {
    return this == KILL || this == KILL_HALFWAY;
  }
}
