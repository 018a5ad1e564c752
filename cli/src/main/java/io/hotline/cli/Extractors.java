package io.hotline.cli;

import io.hotline.extraction.Extractor;
import io.hotline.extraction.entities.WhosWho;
import io.hotline.extraction.entities.WhosWhoException;
import io.hotline.extraction.pipeline.StandardExtractor;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the extractor that the house reads with. */
final class Extractors {
  private Extractors() {}

  static Extractor load() {
    return StandardExtractor.load();
  }

  /** The extractor with the who's-who that the settings name. */
  static Extractor load(Settings settings) {
    Settings.Resolved who = settings.get(Setting.WHO);
    return who.value().isEmpty() ? load() : load(Path.of(who.value()), who.origin());
  }

  /**
   * The extractor that also knows whom a table names.
   *
   * @param origin who named the table: a flag, a variable, a file
   * @throws UserException if the table cannot be read or a row of it not be used
   */
  static Extractor load(Path who, String origin) {
    if (!Files.isReadable(who) || Files.isDirectory(who)) {
      throw new UserException(who + " (from " + origin + "): no such file, or not readable");
    }
    try (Reader reader = Files.newBufferedReader(who)) {
      return StandardExtractor.load(WhosWho.load(reader, who.toString()));
    } catch (WhosWhoException e) {
      throw new UserException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UserException(who + ": is not text in UTF-8: " + e.getMessage(), e);
    }
  }
}
