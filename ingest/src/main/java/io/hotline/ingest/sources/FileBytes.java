package io.hotline.ingest.sources;

import io.hotline.ingest.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, and not more of them than are wanted. */
final class FileBytes {

  private FileBytes() {}

  /** The first {@code limit + 1} bytes at most, so that the reader sees that there are too many. */
  static byte[] read(Path path, int limit) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(limit + 1);
    } catch (IOException e) {
      throw new SourceException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Size as stored; 0 if it is gone. */
  static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      // Only progress is counted with it: reading the file will say what is wrong.
      return 0;
    }
  }

  /** Said of a document that is larger than wanted. */
  static String tooLarge(int limit) {
    return "larger than %d bytes; is this one document?".formatted(limit);
  }
}
