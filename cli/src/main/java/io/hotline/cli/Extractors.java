package io.hotline.cli;

import io.hotline.extraction.Extractor;
import io.hotline.extraction.pipeline.StandardExtractor;

/** Loads the extractor that the house reads with. */
final class Extractors {
  private Extractors() {}

  static Extractor load() {
    return StandardExtractor.load();
  }
}
