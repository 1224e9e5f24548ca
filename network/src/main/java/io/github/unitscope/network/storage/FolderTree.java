package io.github.unitscope.network.storage;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Deletes a folder with everything in it; symbolic links are deleted, never followed. */
public final class FolderTree {
  private FolderTree() {}

  /**
   * Deletes everything in a folder but one file.
   *
   * @param folder that may be missing
   * @param kept the name of the file that stays
   * @throws IOException if something cannot be deleted
   */
  public static void deleteContent(Path folder, String kept) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
      for (Path each : content) {
        if (!each.getFileName().toString().equals(kept)) {
          delete(each);
        }
      }
    }
  }

  /**
   * Deletes a folder or file.
   *
   * @param root that may be missing
   * @throws IOException if something cannot be deleted
   */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
