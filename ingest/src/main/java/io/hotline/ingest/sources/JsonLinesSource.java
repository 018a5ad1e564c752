package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A document a line, see {@link JsonLine}; packed by gzip or not. */
final class JsonLinesSource implements NewsSource {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final CountedInput input;
  private final boolean packed;
  private final long size;
  private final JsonLine json;
  private final InstantSource clock;
  private final int limit;
  private @Nullable ByteLines lines;
  private @Nullable Reading next;
  private boolean ended;

  JsonLinesSource(
      String name,
      String collection,
      InputStream in,
      boolean packed,
      long size,
      InstantSource clock,
      SourceOptions options) {
    this.name = name;
    this.input = new CountedInput(in);
    this.packed = packed;
    this.size = size;
    this.json = new JsonLine(collection, options);
    this.clock = clock;
    this.limit = options.maxDocumentBytes();
  }

  static JsonLinesSource ofFile(
      Path path, String collection, InstantSource clock, SourceOptions options) {
    InputStream in;
    try {
      in = Files.newInputStream(path);
    } catch (IOException e) {
      throw new SourceException(path + ": cannot be opened: " + e.getMessage(), e);
    }
    boolean packed = Sources.fileName(path).toLowerCase(Locale.ROOT).endsWith(".gz");
    return new JsonLinesSource(
        path.toString(), collection, in, packed, FileBytes.size(path), clock, options);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bytesTotal() {
    return size;
  }

  @Override
  public long bytesRead() {
    return input.count();
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
      ended |= next == null;
    }
    return next != null;
  }

  @Override
  public Reading next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException(name + " is read to its end");
    }
    Reading reading = next;
    next = null;
    return reading;
  }

  private @Nullable Reading read() {
    long line = lines == null ? 0 : lines.number();
    try {
      if (lines == null) {
        lines = new ByteLines(packed ? new GZIPInputStream(input, BUFFER) : input, limit);
      }
      while (lines.next()) {
        line = lines.number();
        if (!lines.isBlank()) {
          return read(lines);
        }
      }
      return null;
    } catch (ZipException | EOFException e) {
      ended = true;
      return Rejected.atReading(
          new Origin(name, line + 1),
          "broken-gzip",
          "the packed file is broken here (%s); what came before was read; fetch it again"
              .formatted(e.getMessage()),
          ByteBuffer.allocate(0));
    } catch (IOException e) {
      throw new SourceException(
          "%s:%d: cannot be read further: %s".formatted(name, line + 1, e.getMessage()), e);
    }
  }

  private Reading read(ByteLines lines) {
    Origin origin = new Origin(name, lines.number());
    return lines.isCut()
        ? Rejected.atReading(
            origin, "document-too-large", FileBytes.tooLarge(limit), ByteBuffer.wrap(lines.line()))
        : json.read(lines.line(), origin, clock.instant());
  }

  @Override
  public void close() {
    try {
      input.close();
    } catch (IOException e) {
      throw new SourceException(name + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
