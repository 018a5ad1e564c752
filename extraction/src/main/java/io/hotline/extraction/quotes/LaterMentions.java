package io.hotline.extraction.quotes;

import io.hotline.extraction.Entity;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Organisations that speak again, by less than their name: {@code it}, {@code the institute}, a
 * part of the name. For one document, its speakers in order.
 */
final class LaterMentions {

  /** An organisation is not taken up again beyond so many sentences. */
  private static final int MEMORY = 8;

  private static final Pattern SPACE = Pattern.compile("[ /-]+");

  private final Lattice l;
  private final EntityLayer layer;
  private final List<Speaker> groups = new ArrayList<>();
  private final Map<String, Speaker> byHead = new HashMap<>();
  private int lastUnit;

  LaterMentions(Lattice lattice, EntityLayer layer) {
    this.l = lattice;
    this.layer = layer;
  }

  /** The speaker with the name the text gave before; as it is where none fits. */
  Speaker named(Speaker speaker, int source) {
    int item = SourceChoice.first(source);
    int end = SourceChoice.end(l, source);
    Speaker named = named(speaker, item, end);
    if (l.is(end - 1, Tag.NN)) {
      byHead.put(l.word(end - 1), named);
    }
    if (isGroup(named)) {
      groups.add(named);
      lastUnit = l.unit[item];
    }
    return named;
  }

  private Speaker named(Speaker speaker, int item, int end) {
    if (l.is(item, Tag.PRP)) {
      boolean it = l.isOneOf(item, "it", "It");
      boolean recent = !groups.isEmpty() && l.unit[item] - lastUnit <= MEMORY;
      return it && recent ? as(speaker, groups.get(groups.size() - 1)) : speaker;
    }
    if (l.is(item, Tag.DT) && l.isOneOf(item, "the", "The") && l.is(end - 1, Tag.NN)) {
      Speaker same = byHead.get(l.word(end - 1));
      if (same != null && same.name() == null && speaker.entity() != null) {
        return as(speaker, same); // an official said; the official said
      }
      Speaker fuller = speaker.entity() == null ? described(speaker, item + 1, end) : null;
      return fuller == null ? speaker : fuller;
    }
    Entity entity = speaker.entity() == null ? null : layer.entity(speaker.entity());
    return entity == null || entity.id().indexOf(':') < 0 ? speaker : fullest(speaker, entity);
  }

  /** The one that a description takes up: all its words are in the name, or in what named it. */
  private @Nullable Speaker described(Speaker speaker, int from, int end) {
    List<String> words = new ArrayList<>();
    for (int k = from; k < end; k++) {
      words.add(l.word(k).toLowerCase(Locale.ROOT));
    }
    for (int g = groups.size() - 1; g >= 0; g--) {
      Speaker group = groups.get(g);
      boolean fits = wordsOf(group.text()).containsAll(words) || isIn(words, group.name());
      if (fits && group.name() != null) {
        return as(speaker, group);
      }
    }
    for (Entity entity : layer.entities()) {
      if (entity.type() == MentionType.ORGANIZATION && isIn(words, entity.name())) {
        return as(speaker, entity);
      }
    }
    return null;
  }

  /** The entity whose name goes on where a short form ends, or ends with it. */
  private Speaker fullest(Speaker speaker, Entity entity) {
    List<String> words = wordsOf(entity.name());
    if (words.size() > 1 && words.get(0).equals("the")) {
      words = words.subList(1, words.size());
    }
    if (words.size() != 1) {
      return speaker;
    }
    Entity found = null;
    for (Entity other : layer.entities()) {
      if (other != entity && isShortFor(entity, words.get(0), other)) {
        if (found != null) {
          return speaker; // of two, neither
        }
        found = other;
      }
    }
    return found == null ? speaker : as(speaker, found);
  }

  private static boolean isShortFor(Entity small, String word, Entity full) {
    List<String> words = wordsOf(full.name());
    if (words.size() < 2) {
      return false;
    }
    boolean last = words.get(words.size() - 1).equals(word);
    boolean first = words.get(0).equals(word);
    return switch (full.type()) {
      case PERSON -> last && small.type() == MentionType.PERSON;
      case ORGANIZATION -> first || last && small.type() != MentionType.PERSON;
      default -> false;
    };
  }

  private boolean isGroup(Speaker speaker) {
    Entity entity = speaker.entity() == null ? null : layer.entity(speaker.entity());
    return entity != null && entity.type() != MentionType.PERSON;
  }

  private static boolean isIn(List<String> words, @Nullable String name) {
    return name != null && wordsOf(name).containsAll(words);
  }

  private static List<String> wordsOf(String name) {
    return List.of(SPACE.split(name.toLowerCase(Locale.ROOT)));
  }

  private static Speaker as(Speaker speaker, Speaker other) {
    return new Speaker(
        speaker.span(), speaker.text(), other.name(), other.entity(), other.anonymous());
  }

  private static Speaker as(Speaker speaker, Entity entity) {
    return new Speaker(speaker.span(), speaker.text(), entity.name(), entity.id(), false);
  }
}
