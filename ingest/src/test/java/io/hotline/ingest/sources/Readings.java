package io.hotline.ingest.sources;

import io.hotline.ingest.NewsSource;
import io.hotline.ingest.RawDocument;
import io.hotline.ingest.Reading;
import io.hotline.ingest.Rejected;
import io.hotline.ingest.Skipped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** What the tests of the sources read with. */
final class Readings {

  static final Instant SEEN = Instant.parse("2025-01-21T08:00:00Z");
  static final InstantSource CLOCK = InstantSource.fixed(SEEN);

  private Readings() {}

  static List<Reading> all(NewsSource source) {
    try (source) {
      List<Reading> readings = new ArrayList<>();
      source.forEachRemaining(readings::add);
      return readings;
    }
  }

  static List<Reading> ofPath(Path path) {
    return all(Sources.open(path.toString(), CLOCK, SourceOptions.DEFAULT));
  }

  static List<Reading> ofStdin(byte[] bytes) {
    return all(Sources.open("-", CLOCK, SourceOptions.DEFAULT, new ByteArrayInputStream(bytes)));
  }

  /** Messages of what is not a document, headlines and texts of what is. */
  static List<String> told(List<Reading> readings, Path folder) {
    return readings.stream().map(r -> told(r).replace(folder + "/", "")).toList();
  }

  static String told(Reading reading) {
    if (reading instanceof Rejected rejected) {
      return rejected.errorType() + " " + rejected.message();
    }
    if (reading instanceof Skipped skipped) {
      return skipped.reason();
    }
    RawDocument document = (RawDocument) reading;
    return document.headline() == null
        ? document.body()
        : document.headline() + " | " + document.body();
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.toAbsolutePath().getParent());
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, utf8(text));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] resource(String name) {
    try (var in = Readings.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
