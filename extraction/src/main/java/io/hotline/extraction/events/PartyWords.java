package io.hotline.extraction.events;

import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names, offices and words of countries in one sentence, by token. */
final class PartyWords {

  private final Words words;
  private final List<Mention> mentions;
  private final List<CountryWord> countryWords;

  PartyWords(Words words, EntityLayer layer) {
    this.words = words;
    Span sentence = words.span(words.from(), words.to());
    this.mentions = layer.mentionsIn(sentence);
    this.countryWords = layer.countryWordsIn(sentence);
  }

  @Nullable Mention possessor(Chunk chunk) {
    for (int t = chunk.head() - 1; t >= chunk.from(); t--) {
      Tag tag = words.tag(t);
      if (tag == Tag.POS && mentionAt(t - 1) != null) {
        return mentionAt(t - 1);
      }
      if (tag == Tag.PRPS) {
        return mentionAt(t);
      }
    }
    for (int t = chunk.from(); t < chunk.head(); t++) {
      Mention mention = mentionAt(t);
      if (mention != null && mention.form() == MentionForm.NAME) {
        return mention;
      }
    }
    return null;
  }

  @Nullable Mention mentionAt(int t) {
    if (t < words.from() || t >= words.to()) {
      return null;
    }
    int offset = words.document().tokenStart(t);
    for (Mention mention : mentions) {
      if (mention.span().contains(offset)) {
        return mention;
      }
      if (mention.span().start() > offset) {
        return null;
      }
    }
    return null;
  }

  @Nullable CountryWord countryWordAt(int t) {
    if (t < words.from() || t >= words.to()) {
      return null;
    }
    int offset = words.document().tokenStart(t);
    for (CountryWord word : countryWords) {
      if (word.span().contains(offset)) {
        return word;
      }
    }
    return null;
  }

  List<CountryWord> countryWords(int from, int to) {
    List<CountryWord> out = new ArrayList<>();
    for (int t = from; t < to; t++) {
      CountryWord word = countryWordAt(t);
      if (word != null && (out.isEmpty() || out.get(out.size() - 1) != word)) {
        out.add(word);
      }
    }
    return out;
  }

  /** By token of the sentence, whether it is in a name. */
  static boolean[] named(Words words, EntityLayer layer) {
    boolean[] named = new boolean[words.to() - words.from()];
    for (Mention mention : layer.mentionsIn(words.span(words.from(), words.to()))) {
      if (mention.form() == MentionForm.NAME) {
        int first = words.document().tokenAt(mention.span().start());
        int last = words.document().tokenAt(mention.span().end() - 1);
        for (int t = first; t <= last && t < words.to(); t++) {
          named[t - words.from()] = true;
        }
      }
    }
    return named;
  }
}
