package io.github.unitscope.network.storage;

import com.google.errorprone.annotations.MustBeClosed;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A file that is read. Every file is opened here, which the build checks: pipes and devices, which
 * would be waited for, are refused, and no more is read than the file had when it was opened.
 *
 * <pre>{@code
 * try (InputFile file = InputFile.open(path)) {
 *   return file.bytes();
 * }
 * }</pre>
 */
public final class InputFile implements Closeable {
  private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

  /** The kernel's files have no size. */
  private static final int MOST_OF_THE_SYSTEM = 1 << 22;

  private final Path path;
  private final FileState state;
  private final FileChannel channel;
  private final long size;

  private InputFile(Path path, FileState state, FileChannel channel, long size) {
    this.path = path;
    this.state = state;
    this.channel = channel;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is missing, may not be read, or is no regular file; see {@link
   *     FileProblem}
   */
  @MustBeClosed
  public static InputFile open(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    if (attributes.isDirectory()) {
      throw new IOException("it is a folder where a file is needed");
    }
    if (!attributes.isRegularFile()) {
      throw new IOException("it is not a regular file but a pipe or a device; give a file");
    }
    FileState state = FileState.of(path, attributes);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      return new InputFile(path, state, channel, channel.size());
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /**
   * The text of a file of the operating system itself, such as {@code /proc/cpuinfo}, which does
   * not say how large it is.
   *
   * @throws IOException if it cannot be read
   */
  public static String textOfSystem(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("it is not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(MOST_OF_THE_SYSTEM), StandardCharsets.ISO_8859_1);
    }
  }

  /** How many bytes it had when it was opened. */
  public long size() {
    return size;
  }

  /**
   * The bytes from the beginning, for one reader at a time; {@link IOException} if the file has
   * become shorter. Closing it closes the file.
   */
  public InputStream stream() throws IOException {
    channel.position(0);
    return new Counted(Channels.newInputStream(channel));
  }

  /**
   * All bytes, of one moment.
   *
   * @throws IOException if there are 2 GiB or more, or somebody wrote to the file meanwhile
   */
  public byte[] bytes() throws IOException {
    if (size > MOST_BYTES) {
      throw new IOException("it has 2 GiB or more");
    }
    byte[] bytes = new byte[(int) size];
    fill(ByteBuffer.wrap(bytes));
    return bytes;
  }

  /**
   * All bytes in memory outside of Java's heap, of one moment.
   *
   * @throws IOException as {@link #bytes} does
   */
  public ByteBuffer buffer() throws IOException {
    if (size > MOST_BYTES) {
      throw new IOException("it has 2 GiB or more");
    }
    ByteBuffer buffer = ByteBuffer.allocateDirect((int) size);
    fill(buffer);
    return buffer.flip();
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, buffer.position()) < 0) {
        throw shorter();
      }
    }
    requireUnchanged();
  }

  /**
   * Checks that nobody wrote to the file since it was opened. One that was put in its place leaves
   * the open one as it was.
   *
   * @throws IOException if somebody did
   */
  public void requireUnchanged() throws IOException {
    FileState now = FileState.of(path);
    if (!state.isReplacedBy(now) && !state.equals(now)) {
      throw new IOException("it changed while it was being read; run again");
    }
  }

  private IOException shorter() {
    return new IOException("it became shorter while it was read; run again");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Ends where the file ended when it was opened. */
  private final class Counted extends FilterInputStream {
    private long left = size;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw shorter();
      }
      left -= read;
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    /** Java's reader of gzip takes 0 for the end of the file. */
    @Override
    public int available() {
      return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
