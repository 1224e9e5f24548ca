package io.github.unitscope.datasets.download;

/** A transfer failed for a reason that lies with the server or the network. */
final class TransferException extends Exception {
  private static final long serialVersionUID = 1L;

  TransferException(String message) {
    super(message);
  }
}
