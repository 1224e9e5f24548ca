package io.github.unitscope.datasets;

import io.github.unitscope.network.storage.InputFile;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Files that are compressed with gzip or not: their content decides, not their name. */
public final class MaybeGzip {
  private static final int BUFFER = 1 << 16;

  private MaybeGzip() {}

  /**
   * The decompressed bytes of a file; closing the stream closes the file.
   *
   * @throws IOException if the file cannot be read, or begins like gzip and is not
   */
  public static InputStream of(InputFile file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(file.stream(), BUFFER);
    try {
      raw.mark(2);
      boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
      raw.reset();
      return gzip ? new Members(new GZIPInputStream(raw, BUFFER)) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** Java calls itself for every member without bytes: a file of nothing else ends the stack. */
  private static final class Members extends FilterInputStream {
    Members(GZIPInputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return super.read(bytes, offset, length);
      } catch (StackOverflowError e) {
        throw new ZipException("thousands of parts without a byte");
      }
    }
  }
}
