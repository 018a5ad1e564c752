package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed in a file or at an address. */
final class FeedSource extends WholeSource {

  /** Gets the whole feed. */
  private interface Supply {
    Fetcher.Fetched get();
  }

  private final Supply supply;
  private final String collection;
  private final long size;
  private final InstantSource clock;
  private final SourceOptions options;
  private long read;

  private FeedSource(
      String name,
      String collection,
      long size,
      Supply supply,
      InstantSource clock,
      SourceOptions options) {
    super(name);
    this.collection = collection;
    this.size = size;
    this.supply = supply;
    this.clock = clock;
    this.options = options;
  }

  static FeedSource ofFile(Path path, InstantSource clock, SourceOptions options) {
    return new FeedSource(
        path.toString(),
        Sources.fileName(path),
        FileBytes.size(path),
        () -> new Fetcher.Fetched(FileBytes.read(path, options.maxDocumentBytes()), null),
        clock,
        options);
  }

  static FeedSource ofAddress(
      String name, URI address, InstantSource clock, SourceOptions options) {
    @Nullable String host = address.getHost();
    return new FeedSource(
        name,
        host == null ? name : host,
        UNKNOWN,
        () -> new Fetcher(options).fetch(address),
        clock,
        options);
  }

  @Override
  List<Reading> readAll() {
    Fetcher.Fetched fetched = supply.get();
    read = fetched.bytes().length;
    if (fetched.bytes().length > options.maxDocumentBytes()) {
      return List.of(
          Rejected.atReading(
              Origin.of(name()),
              "document-too-large",
              FileBytes.tooLarge(options.maxDocumentBytes()),
              ByteBuffer.wrap(fetched.bytes())));
    }
    return new FeedReader(options)
        .read(fetched.bytes(), fetched.charset(), name(), collection, clock.instant());
  }

  @Override
  public long bytesTotal() {
    return size;
  }

  @Override
  public long bytesRead() {
    return read;
  }
}
