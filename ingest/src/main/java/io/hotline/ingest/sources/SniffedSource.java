package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.Origin;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.SourceException;
import io.hotline.ingest.feeds.Transport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream without a name, such as standard input, whose kind shows in its first bytes: packed by
 * gzip, a web archive ({@code WARC/}), a feed ({@code <}), JSON lines (an opening brace), messages
 * of IPTC 7901 (SOH), else one plain article.
 */
final class SniffedSource implements NewsSource {

  private static final int LOOK_AHEAD = 4096;

  private final String name;
  private final String collection;
  private final InputStream input;
  private final InstantSource clock;
  private final SourceOptions options;
  private @Nullable NewsSource source;

  SniffedSource(
      String name,
      String collection,
      InputStream input,
      InstantSource clock,
      SourceOptions options) {
    this.name = name;
    this.collection = collection;
    this.input = input;
    this.clock = clock;
    this.options = options;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long bytesTotal() {
    return UNKNOWN;
  }

  @Override
  public long bytesRead() {
    return source == null ? 0 : source.bytesRead();
  }

  @Override
  public boolean hasNext() {
    return source().hasNext();
  }

  @Override
  public Reading next() {
    return source().next();
  }

  private NewsSource source() {
    if (source == null) {
      try {
        source = sniff(new BufferedInputStream(input, 1 << 16));
      } catch (IOException e) {
        throw new SourceException(name + ": cannot be read: " + e.getMessage(), e);
      }
    }
    return source;
  }

  private NewsSource sniff(BufferedInputStream in) throws IOException {
    byte[] start = lookAhead(in);
    if (start.length > 1 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B) {
      return sniff(new BufferedInputStream(new GZIPInputStream(in), 1 << 16));
    }
    if (new String(start, StandardCharsets.ISO_8859_1).startsWith("WARC/")) {
      return new WarcSource(name, in, UNKNOWN, options);
    }
    return switch (firstCharacter(start)) {
      case '{' ->
          isJsonFeed(start)
              ? feed(in)
              : new JsonLinesSource(name, collection, in, false, UNKNOWN, clock, options);
      case '[', '<' -> feed(in);
      default ->
          new Whole(in) {
            @Override
            List<Reading> read(byte[] bytes, Instant seen) {
              Origin origin = Origin.of(name);
              return Iptc7901.isWire(bytes)
                  ? Iptc7901.read(bytes, origin, seen, options)
                  : List.of(PlainForm.read(bytes, origin, null, seen, options));
            }
          };
    };
  }

  private NewsSource feed(InputStream in) {
    return new Whole(in) {
      @Override
      List<Reading> read(byte[] bytes, Instant seen) {
        return new FeedReader(options).read(bytes, Transport.NONE, name(), name(), seen);
      }
    };
  }

  /** A JSON Feed, or ninjs over several lines, rather than an object a line. */
  private static boolean isJsonFeed(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).strip();
    return text.contains("jsonfeed.org/version") || text.matches("(?s)\\{\\s*\\n.*");
  }

  private static byte[] lookAhead(BufferedInputStream in) throws IOException {
    in.mark(LOOK_AHEAD);
    byte[] start = in.readNBytes(LOOK_AHEAD);
    in.reset();
    return start;
  }

  /** The first one that is neither blank nor part of a byte order mark; blank if there is none. */
  private static char firstCharacter(byte[] start) {
    for (byte b : start) {
      if (b > ' ') {
        return (char) b;
      }
    }
    return ' ';
  }

  /** One document of modest size. */
  private abstract class Whole extends WholeSource {
    private final CountedInput in;

    Whole(InputStream in) {
      super(name);
      this.in = new CountedInput(in);
    }

    abstract List<Reading> read(byte[] bytes, Instant seen);

    @Override
    final List<Reading> readAll() {
      byte[] bytes;
      try {
        bytes = in.readNBytes(options.maxDocumentBytes() + 1);
      } catch (IOException e) {
        throw new SourceException(name() + ": cannot be read: " + e.getMessage(), e);
      }
      if (bytes.length > options.maxDocumentBytes()) {
        return List.of(
            Rejected.atReading(
                Origin.of(name()),
                "document-too-large",
                FileBytes.tooLarge(options.maxDocumentBytes()),
                ByteBuffer.wrap(bytes)));
      }
      return read(bytes, clock.instant());
    }

    @Override
    public long bytesTotal() {
      return UNKNOWN;
    }

    @Override
    public long bytesRead() {
      return in.count();
    }
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
