package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in one line why a file could not be read or written. */
public final class FileProblem {
  private FileProblem() {}

  /**
   * The exception to throw.
   *
   * @param action for example {@code "cannot write"}
   * @param path what was to be read or written
   * @param cause what the operating system said
   */
  public static InvalidInputException of(String action, Path path, IOException cause) {
    return new InvalidInputException(action + " " + path + ": " + reason(cause), cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return "no such file, or no permission to read it; check the path";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; choose another place or change the permissions";
    }
    if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
      return "a file is in the way; choose another place";
    }
    if (cause instanceof DirectoryNotEmptyException) {
      return "a folder that is not empty is in the way; choose another place";
    }
    if (cause instanceof EOFException) {
      return "it ends too early; copy or write it again";
    }
    String said = said(cause);
    if (said.contains("Not a directory")) {
      return "a file is in the way; choose another place";
    }
    if (said.contains("No space left") || said.contains("quota")) {
      return "the disk is full (" + said + "); free some space or choose another place";
    }
    if (said.contains("Read-only file system")) {
      return "the file system is read-only; choose another place";
    }
    return said;
  }

  private static String said(IOException cause) {
    if (cause instanceof FileSystemException failure && failure.getReason() != null) {
      return Quoted.bare(failure.getReason());
    }
    return cause.getMessage() == null ? cause.toString() : Quoted.bare(cause.getMessage());
  }
}
