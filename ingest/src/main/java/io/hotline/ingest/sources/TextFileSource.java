package io.hotline.ingest.sources;

import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** One article in a file of its own, see {@link PlainForm}, or messages of {@link Iptc7901}. */
final class TextFileSource extends WholeSource {

  private final Path path;
  private final InstantSource clock;
  private final SourceOptions options;
  private final long size;
  private boolean read;

  TextFileSource(Path path, InstantSource clock, SourceOptions options) {
    super(path.toString());
    this.path = path;
    this.clock = clock;
    this.options = options;
    this.size = FileBytes.size(path);
  }

  @Override
  List<Reading> readAll() {
    byte[] bytes = FileBytes.read(path, options.maxDocumentBytes());
    read = true;
    Origin origin = Origin.of(name());
    if (bytes.length <= options.maxDocumentBytes() && Iptc7901.isWire(bytes)) {
      return Iptc7901.read(bytes, origin, clock.instant(), options);
    }
    return List.of(
        bytes.length > options.maxDocumentBytes()
            ? Rejected.atReading(
                origin,
                "document-too-large",
                FileBytes.tooLarge(options.maxDocumentBytes()),
                ByteBuffer.wrap(bytes))
            : PlainForm.read(bytes, origin, Sources.fileName(path), clock.instant(), options));
  }

  @Override
  public long bytesTotal() {
    return size;
  }

  @Override
  public long bytesRead() {
    return read ? size : 0;
  }
}
