package io.github.unitscope.datasets.download;

/** Is told how a download goes. */
public interface DownloadListener {
  /** Nobody listens. */
  DownloadListener NONE = (file, done, total) -> {};

  /**
   * Some bytes have arrived.
   *
   * @param file its name
   * @param done bytes that are there, those of an earlier try included
   * @param total bytes of the whole file, or −1 where the server does not say
   */
  void at(String file, long done, long total);
}
