package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.fault.FileCall.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * An open file. Nothing waits for the disk: a process that dies leaves what it wrote, and of power
 * that goes these tests say nothing.
 */
final class FaultyChannel extends FileChannel {
  private final FileChannel real;
  private final Path file;

  FaultyChannel(FileChannel real, Path file) {
    this.real = real;
    this.file = file;
    Watch.opened(real, file);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    Watch.call(Kind.READ, file);
    return real.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    Watch.call(Kind.READ, file);
    return real.read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    Watch.call(Kind.READ, file);
    return real.read(target, position);
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    Watch.call(Kind.WRITE, file, () -> real.write(half(source)));
    return real.write(source);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    Watch.call(Kind.WRITE, file, () -> real.write(half(sources[offset])));
    return real.write(sources, offset, length);
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    Watch.call(Kind.WRITE, file, () -> real.write(half(source), position));
    return real.write(source, position);
  }

  private static ByteBuffer half(ByteBuffer source) {
    return source.slice(source.position(), source.remaining() / 2);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    if (real.size() > size) {
      Watch.call(Kind.TRUNCATE, file);
    }
    real.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    Watch.call(Kind.FORCE, file);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    Watch.call(Kind.READ, file);
    return real.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    Watch.call(Kind.WRITE, file);
    return real.transferFrom(source, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    Watch.call(mode == MapMode.READ_ONLY ? Kind.READ : Kind.WRITE, file);
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    Watch.call(Kind.LOCK, file);
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    Watch.call(Kind.LOCK, file);
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
