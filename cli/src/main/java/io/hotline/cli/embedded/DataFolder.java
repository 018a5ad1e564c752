package io.hotline.cli.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that the embedded cluster keeps its data in, ours alone as long as it is open. The
 * operating system frees the lock when the process ends, however it ends.
 */
final class DataFolder implements AutoCloseable {

  private static final String LOCK = "house.lock";

  private final Path folder;
  private final FileChannel lock;

  private DataFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes a folder, making it if there is none.
   *
   * @throws DataFolderException if another house has it, or it cannot be written
   */
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve(LOCK),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        String holder = holder(channel);
        channel.close();
        throw new DataFolderException(
            folder, "is in use by another running house" + holder + "; stop that one first", null);
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
      return new DataFolder(folder, channel);
    } catch (IOException e) {
      throw new DataFolderException(
          folder, "cannot be used (" + e + "); give it to this user to write", e);
    }
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException inThisProcess) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String process = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    return process.isEmpty() ? "" : " (process " + process + ")";
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
