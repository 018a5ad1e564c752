package io.hotline.extraction.text;

import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.GreedyTagger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Gives each token of a document its part of speech. Safe for use by any number of threads. */
public final class PosTagger {

  private static final String MODEL = "en/pos.bin";

  private final GreedyTagger tagger;

  private PosTagger(GreedyTagger tagger) {
    this.tagger = tagger;
  }

  /** Loads the model and the word clusters in the jar. */
  public static PosTagger load() {
    return load(Clusters.load());
  }

  /** Loads the model in the jar. */
  public static PosTagger load(Clusters clusters) {
    try (InputStream in = PosTagger.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("resource " + MODEL + " is not in the jar");
      }
      GreedyTagger tagger = GreedyTagger.read(in, clusters);
      List<String> tags = Arrays.stream(Tag.values()).map(Tag::name).toList();
      if (!tagger.labels().equals(tags)) {
        throw new IllegalStateException(
            MODEL + " knows the tags " + tagger.labels() + ", this code " + tags);
      }
      return new PosTagger(tagger);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + MODEL, e);
    }
  }

  public Tags tag(Document document) {
    return new Tags(tagger.tag(document));
  }
}
