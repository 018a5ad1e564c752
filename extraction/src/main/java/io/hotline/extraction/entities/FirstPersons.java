package io.hotline.extraction.entities;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves {@code I} and {@code we} once it is known who speaks. */
final class FirstPersons {

  private final EntityLayer layer;
  private final String text;
  private final List<Mention> mentions;
  private final Map<String, List<Integer>> added = new HashMap<>();

  private FirstPersons(EntityLayer layer, String text) {
    this.layer = layer;
    this.text = text;
    this.mentions = new ArrayList<>(layer.mentions());
  }

  static EntityLayer resolve(EntityLayer layer, String text, List<Quote> quotes) {
    FirstPersons persons = new FirstPersons(layer, text);
    for (Quote quote : quotes) {
      persons.quote(quote);
    }
    return persons.added.isEmpty() ? layer : layer.with(persons.mentions, persons.added);
  }

  private void quote(Quote quote) {
    Speaker speaker = quote.speaker();
    String id = speaker == null ? null : speaker.entity();
    Entity entity = id == null ? null : layer.entity(id);
    if (entity == null) {
      return;
    }
    for (int i = layer.firstFrom(quote.span().start()); i < mentions.size(); i++) {
      Mention mention = mentions.get(i);
      if (mention.span().start() >= quote.span().end()) {
        return;
      }
      if (mention.form() == MentionForm.PRONOUN && mention.entity() == null) {
        Entity meant = meant(mention.span().of(text).toLowerCase(Locale.ROOT), entity);
        if (meant != null) {
          mentions.set(
              i, new Mention(mention.span(), meant.type(), MentionForm.PRONOUN, meant.id()));
          added.computeIfAbsent(meant.id(), key -> new ArrayList<>()).add(i);
        }
      }
    }
  }

  /** {@code I} is the speaker; {@code we} the state the speaker acts for, if it is mentioned. */
  private @Nullable Entity meant(String pronoun, Entity speaker) {
    boolean single = pronoun.startsWith("i") || pronoun.startsWith("m");
    if (single || speaker.type() != MentionType.PERSON) {
      return speaker;
    }
    return speaker.speaksForState() && speaker.country() != null
        ? layer.entity(speaker.country())
        : null;
  }
}
