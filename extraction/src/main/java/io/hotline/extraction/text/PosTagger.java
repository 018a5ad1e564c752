package io.hotline.extraction.text;

import io.hotline.extraction.tagging.GreedyTagger;
import io.hotline.extraction.tagging.TokenWords;
import io.hotline.extraction.tagging.WordCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** Gives each token of a document its part of speech. Safe for use by any number of threads. */
public final class PosTagger {

  private static final String MODEL = "en/pos.bin";

  private final GreedyTagger tagger;
  private final WordCache words;

  private PosTagger(GreedyTagger tagger, WordCache words) {
    this.tagger = tagger;
    this.words = words;
  }

  /** Loads the model and the word clusters in the jar. */
  public static PosTagger load() {
    return load(WordCache.load());
  }

  /** Loads the model in the jar; looks up words in this cache. */
  public static PosTagger load(WordCache words) {
    try (InputStream in = PosTagger.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("resource " + MODEL + " is not in the jar");
      }
      GreedyTagger tagger = GreedyTagger.read(in, words.clusters());
      List<String> tags = Arrays.stream(Tag.values()).map(Tag::name).toList();
      if (!tagger.labels().equals(tags)) {
        throw new IllegalStateException(
            MODEL + " knows the tags " + tagger.labels() + ", this code " + tags);
      }
      return new PosTagger(tagger, words);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + MODEL, e);
    }
  }

  public Tags tag(Document document) {
    return tag(words.read(document));
  }

  /** Tags a document whose words were read before. */
  public Tags tag(TokenWords read) {
    return new Tags(tagger.tag(read));
  }
}
