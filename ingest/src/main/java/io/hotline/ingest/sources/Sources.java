package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds out what kind of source the user named. */
public final class Sources {

  private static final String KINDS =
      ".txt, .jsonl, .ndjson (also .gz of these two), .xml, .rss, .atom, .rdf, .json, .html, .htm,"
          + " .warc, .warc.gz";

  private final InstantSource clock;
  private final SourceOptions options;

  private Sources(InstantSource clock, SourceOptions options) {
    this.clock = clock;
    this.options = options;
  }

  /**
   * Opens one source.
   *
   * @param argument a file or folder, an http(s) address of a feed, or {@code -} for standard
   *     input, whose kind is found from its first bytes
   * @param clock tells when a document was seen
   * @throws SourceException if there is no such file or its kind is not known; an address is not
   *     asked before the first reading
   */
  public static NewsSource open(String argument, InstantSource clock, SourceOptions options) {
    return open(argument, clock, options, StandardInput.open());
  }

  static NewsSource open(
      String argument, InstantSource clock, SourceOptions options, InputStream stdin) {
    Sources sources = new Sources(clock, options);
    if (argument.equals("-")) {
      return new SniffedSource("-", "stdin", stdin, clock, options);
    }
    if (argument.matches("(?i)https?://.*")) {
      return sources.openAddress(argument);
    }
    try {
      return sources.openPath(Path.of(argument));
    } catch (InvalidPathException e) {
      throw new SourceException(argument + ": not a path, nor an http(s) address, nor -", e);
    }
  }

  /** Bytes whose kind shows in them, as on standard input. */
  public static NewsSource ofBytes(
      String name, byte[] bytes, InstantSource clock, SourceOptions options) {
    return new SniffedSource(name, "pushed", new ByteArrayInputStream(bytes), clock, options);
  }

  private NewsSource openAddress(String address) {
    try {
      return FeedSource.ofAddress(address, new URI(address), clock, options);
    } catch (URISyntaxException e) {
      throw new SourceException(
          address + ": not an address: " + e.getReason() + "; look for blanks and brackets in it",
          e);
    }
  }

  private NewsSource openPath(Path path) {
    if (Files.isDirectory(path)) {
      return new FolderSource(path, this);
    }
    if (!Files.exists(path)) {
      throw new SourceException(path + ": no such file or folder");
    }
    if (!Files.isReadable(path)) {
      throw new SourceException(path + ": not allowed to read it");
    }
    if (!Files.isRegularFile(path)) {
      return openPipe(path);
    }
    if (!isKnown(path)) {
      throw new SourceException(
          "%s: cannot tell what kind of file this is; known are %s; standard input (-) finds out"
                  .formatted(path, KINDS)
              + " for itself");
    }
    return openFile(path);
  }

  private NewsSource openPipe(Path path) {
    try {
      return new SniffedSource(
          path.toString(), "stdin", Files.newInputStream(path), clock, options);
    } catch (IOException e) {
      throw new SourceException(path + ": cannot be opened: " + e.getMessage(), e);
    }
  }

  static boolean isKnown(Path path) {
    return !kind(path).equals("");
  }

  /** Why a file in a folder is passed over, without its name. */
  static String unknownKind() {
    return "skipped, not a kind of news known here (" + KINDS + ")";
  }

  /** A file whose kind is known. */
  NewsSource openFile(Path path) {
    return switch (kind(path)) {
      case "txt" -> new TextFileSource(path, clock, options);
      case "jsonl" -> JsonLinesSource.ofFile(path, stem(path), clock, options);
      case "warc" -> WarcSource.ofFile(path, options);
      default -> FeedSource.ofFile(path, clock, options);
    };
  }

  private static String kind(Path path) {
    String name = fileName(path).toLowerCase(Locale.ROOT);
    if (name.endsWith(".txt")) {
      return "txt";
    }
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    if (unpacked.endsWith(".jsonl") || unpacked.endsWith(".ndjson")) {
      return "jsonl";
    }
    if (unpacked.endsWith(".warc")) {
      return "warc";
    }
    boolean feed =
        name.endsWith(".xml")
            || name.endsWith(".rss")
            || name.endsWith(".atom")
            || name.endsWith(".rdf")
            || name.endsWith(".json")
            || name.endsWith(".html")
            || name.endsWith(".htm");
    return feed ? "feed" : "";
  }

  /** Null for what is no address. */
  static @Nullable URI addressOrNull(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String stem(Path path) {
    return fileName(path).replaceFirst("(?i)\\.(jsonl|ndjson)(\\.gz)?$", "");
  }

  static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? "" : name.toString();
  }
}
