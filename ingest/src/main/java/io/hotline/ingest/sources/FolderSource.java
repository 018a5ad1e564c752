package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All files of a folder and the folders in it, sorted by name, so that the same folder is always
 * read in the same order. One file that cannot be read does not stop the others. Links to folders
 * are not followed, for they may lead in circles.
 */
final class FolderSource implements NewsSource {

  private final Path folder;
  private final Sources sources;
  private final long size;
  private final Deque<Iterator<Path>> open = new ArrayDeque<>();
  private @Nullable NewsSource file;
  private @Nullable Reading next;
  private long bytesOfFinished;

  FolderSource(Path folder, Sources sources) {
    this.folder = folder;
    this.sources = sources;
    this.size = size(folder);
    open.push(List.of(folder).iterator());
  }

  @Override
  public String name() {
    return folder.toString();
  }

  @Override
  public long bytesTotal() {
    return size;
  }

  @Override
  public long bytesRead() {
    return bytesOfFinished + (file == null ? 0 : file.bytesRead());
  }

  @Override
  public boolean hasNext() {
    while (next == null && (file != null || !open.isEmpty())) {
      next = file == null ? nextPath() : nextOf(file);
    }
    return next != null;
  }

  @Override
  public Reading next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException(name() + " is read to its end");
    }
    Reading reading = next;
    next = null;
    return reading;
  }

  private @Nullable Reading nextOf(NewsSource current) {
    try {
      if (current.hasNext()) {
        return current.next();
      }
      finishFile(current);
      return null;
    } catch (SourceException e) {
      finishFile(current);
      return unreadable(current.name(), e);
    }
  }

  private void finishFile(NewsSource current) {
    bytesOfFinished += current.bytesRead();
    file = null;
    current.close();
  }

  /** Opens what comes next; a reading only if there is nothing to open. */
  private @Nullable Reading nextPath() {
    Iterator<Path> paths = open.element();
    if (!paths.hasNext()) {
      open.pop();
      return null;
    }
    Path path = paths.next();
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || path.equals(folder)) {
      return enter(path);
    }
    Origin origin = Origin.of(path.toString());
    if (Files.isDirectory(path)) {
      return new Skipped(origin, origin + ": skipped, links to folders are not followed");
    }
    if (!Sources.isKnown(path)) {
      bytesOfFinished += FileBytes.size(path);
      return new Skipped(origin, origin + ": " + Sources.unknownKind());
    }
    try {
      file = sources.openFile(path);
      return null;
    } catch (SourceException e) {
      return unreadable(path.toString(), e);
    }
  }

  private @Nullable Reading enter(Path path) {
    try (Stream<Path> entries = Files.list(path)) {
      open.push(entries.sorted().toList().iterator());
      return null;
    } catch (IOException e) {
      return unreadable(
          path.toString(),
          new SourceException(path + ": folder cannot be read: " + e.getMessage(), e));
    }
  }

  /** The message of the exception begins with the file already. */
  private static Rejected unreadable(String name, SourceException e) {
    return new Rejected(
        Origin.of(name),
        Rejected.READ_DOCUMENT,
        "unreadable-file",
        String.valueOf(e.getMessage()),
        ByteBuffer.allocate(0));
  }

  private static long size(Path folder) {
    long[] size = {0};
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              size[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              // Only progress is counted here: reading the folder will say what is wrong.
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new SourceException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    return size[0];
  }

  @Override
  public void close() {
    if (file != null) {
      file.close();
    }
    open.clear();
  }
}
