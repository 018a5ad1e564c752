package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import io.hotline.extraction.Span;
import io.hotline.extraction.tagging.NameLabels;
import io.hotline.extraction.tagging.Phrases;
import io.hotline.extraction.tagging.TokenWords;
import io.hotline.extraction.tagging.ViterbiTagger;
import io.hotline.extraction.tagging.WordCache;
import io.hotline.extraction.text.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the names of persons, organizations and places by a trained model. Places are {@link
 * MentionType#GPE} where a list of states and cities has them, else {@link MentionType#LOCATION}.
 * Safe for use by any number of threads.
 */
public final class NameTagger {

  private static final String MODEL = "en/names.bin";
  private static final String PHRASES = "en/phrases.bin";

  private final ViterbiTagger tagger;
  private final WordCache words;

  /** A name in the text. */
  public record Name(Span span, MentionType type) {}

  private NameTagger(ViterbiTagger tagger, WordCache words) {
    this.tagger = tagger;
    this.words = words;
  }

  /** Loads the model, the lists of names and the word clusters in the jar. */
  public static NameTagger load() {
    return load(WordCache.load());
  }

  /** Loads the model and the lists of names in the jar; looks up words in this cache. */
  public static NameTagger load(WordCache words) {
    try (InputStream phrases = open(PHRASES);
        InputStream model = open(MODEL)) {
      return new NameTagger(
          ViterbiTagger.read(model, words.clusters(), Phrases.read(phrases)), words);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + MODEL + " or " + PHRASES, e);
    }
  }

  private static InputStream open(String resource) {
    InputStream in = NameTagger.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("resource " + resource + " is not in the jar");
    }
    return in;
  }

  /** The names in order of text, without overlap. */
  public List<Name> names(Document document) {
    return names(document, words.read(document));
  }

  /**
   * The names of a document whose words were read before.
   *
   * @param read of the same document
   */
  public List<Name> names(Document document, TokenWords read) {
    List<Name> names = new ArrayList<>();
    tagger.tag(
        read,
        (first, end, type, political) ->
            names.add(
                new Name(
                    new Span(document.tokenStart(first), document.tokenEnd(end - 1)),
                    mentionType(type, political))));
    return names;
  }

  private static MentionType mentionType(int type, boolean political) {
    return switch (type) {
      case NameLabels.PERSON -> MentionType.PERSON;
      case NameLabels.ORGANIZATION -> MentionType.ORGANIZATION;
      default -> political ? MentionType.GPE : MentionType.LOCATION;
    };
  }
}
