package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.feeds.Transport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * The pages of a web archive, one record at a time. A page was seen when it was crawled. Records
 * that are no answers (requests, metadata) are no documents; answers that are no pages are skipped.
 */
final class WarcSource implements NewsSource {

  private final String name;
  private final long size;
  private final CountedInput input;
  private final PageDocuments pages;
  private final int limit;
  private @Nullable WarcReader reader;
  private @Nullable Reading next;
  private boolean ended;

  WarcSource(String name, InputStream in, long size, SourceOptions options) {
    this.name = name;
    this.size = size;
    this.input = new CountedInput(in);
    this.pages = new PageDocuments(options);
    this.limit = options.maxDocumentBytes();
  }

  static WarcSource ofFile(Path path, SourceOptions options) {
    try {
      return new WarcSource(
          path.toString(), Files.newInputStream(path), FileBytes.size(path), options);
    } catch (IOException e) {
      throw new SourceException(path + ": cannot be opened: " + e.getMessage(), e);
    }
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
    while (next == null && !ended) {
      next = read();
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
    long position = 0;
    try {
      WarcReader records = reader == null ? new WarcReader(input) : reader;
      reader = records;
      position = records.position();
      WarcRecord record = records.next().orElse(null);
      if (record == null) {
        ended = true;
        return null;
      }
      return record instanceof WarcResponse response ? read(response) : null;
    } catch (ParsingException
        | EOFException
        | ZipException
        | IllegalArgumentException
        | UncheckedIOException e) {
      // After a record that breaks the format, nobody knows where the next one begins.
      ended = true;
      return Rejected.atReading(
          Origin.of(name),
          "not-warc",
          "the record at byte %d breaks the format: %s; the rest of the file is not read"
              .formatted(position, e.getMessage() == null ? "it ends too early" : e.getMessage()),
          ByteBuffer.allocate(0));
    } catch (IOException e) {
      ended = true;
      throw new SourceException(name + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private Reading read(WarcResponse response) throws IOException {
    String target = response.headers().first("WARC-Target-URI").orElse("");
    Origin origin = Origin.of(target.isEmpty() ? name : name + "#" + target);
    Instant crawled = crawled(response);
    if (crawled == null) {
      return Rejected.atReading(
          origin,
          "no-crawl-date",
          "the record does not say when it was crawled (WARC-Date), so nobody knows what was news",
          ByteBuffer.wrap(response.body().stream().readNBytes(limit)));
    }
    HttpResponse http = response.http();
    String type = http.contentType().base().toString();
    if (http.status() != 200 || !type.contains("html")) {
      return new Skipped(
          origin, "%s: skipped, an answer %d of type %s".formatted(origin, http.status(), type));
    }
    byte[] bytes = http.body().stream().readNBytes(limit + 1);
    if (bytes.length > limit) {
      return Rejected.atReading(
          origin, "document-too-large", FileBytes.tooLarge(limit), ByteBuffer.wrap(bytes));
    }
    String charset = http.contentType().parameters().get("charset");
    Transport transport = new Transport(Sources.addressOrNull(target), type, charset, null);
    return pages.read(bytes, transport, origin, crawled);
  }

  private static @Nullable Instant crawled(WarcResponse response) {
    String date = response.headers().first("WARC-Date").orElse("");
    try {
      return Instant.parse(date);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
      input.close();
    } catch (IOException e) {
      throw new SourceException(name + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
