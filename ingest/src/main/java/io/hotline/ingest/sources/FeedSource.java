package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.feeds.Transport;
import io.hotline.ingest.fetch.AddressGuard;
import io.hotline.ingest.fetch.FetchPolicy;
import io.hotline.ingest.fetch.FetchRequest;
import io.hotline.ingest.fetch.FetchResult;
import io.hotline.ingest.fetch.Fetcher;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A feed in a file or at an address. */
final class FeedSource extends WholeSource {

  /** All that is there. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  private record Whole(byte[] bytes, Transport transport) {}

  /** Gets the whole feed. */
  private interface Supply {
    Whole get();
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
        () -> new Whole(FileBytes.read(path, options.maxDocumentBytes()), Transport.NONE),
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
        () -> fetch(address, clock, options),
        clock,
        options);
  }

  /** Whoever names an address of his own network may ask it; a redirect into it is refused. */
  private static Whole fetch(URI address, InstantSource clock, SourceOptions options) {
    boolean own = AddressGuard.isPrivate(address);
    FetchPolicy policy =
        new FetchPolicy(
            options.maxDocumentBytes(),
            options.fetchTimeout(),
            FetchPolicy.DEFAULT.maxRedirects(),
            own);
    FetchResult result = new Fetcher(policy, clock).fetch(FetchRequest.of(address));
    if (result instanceof FetchResult.Fetched fetched) {
      return new Whole(fetched.bytes(), fetched.transport());
    }
    throw new SourceException(
        result instanceof FetchResult.Failed failed
            ? failed.message()
            : result instanceof FetchResult.Gone gone
                ? gone.message()
                : address + ": the server says that nothing has changed, though nobody asked");
  }

  @Override
  List<Reading> readAll() {
    Whole fetched = supply.get();
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
        .read(fetched.bytes(), fetched.transport(), name(), collection, clock.instant());
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
