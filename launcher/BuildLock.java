import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Runs a command while no other process does: {@code java BuildLock.java FILE COMMAND…}. The lock is
 * the system's, which lets it go however its owner ends; there is no command for that on every
 * system.
 */
final class BuildLock {
  private static final int PATIENCE_SECONDS = 1800;

  private BuildLock() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path file = Path.of(arguments[0]);
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = take(channel)) {
      if (lock == null) {
        end("another build has not ended in half an hour: end it, then try again");
      }
      String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
      Process process = new ProcessBuilder(command).inheritIO().start();
      // Whoever ends this process means the build too.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      System.exit(process.waitFor());
    } catch (IOException e) {
      end("cannot build: " + file.getParent() + " cannot be written (" + e + ")");
    }
  }

  private static FileLock take(FileChannel channel) throws IOException, InterruptedException {
    for (int second = 0; second < PATIENCE_SECONDS; second++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      if (second == 0) {
        System.err.println("unitscope: waiting for another build ...");
      }
      Thread.sleep(1000);
    }
    return null;
  }

  private static void end(String message) {
    System.err.println("unitscope: " + message);
    System.exit(1);
  }
}
