package io.hotline.extraction.quotes;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.Span;
import io.hotline.extraction.Speaker;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.Sex;
import io.hotline.extraction.text.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From the words of a source to who that is. For one document. */
final class Speakers {

  private static final String MEDIA = "MED";

  private final Lattice l;
  private final EntityLayer layer;
  private final SourceNouns nouns;

  Speakers(Lattice lattice, EntityLayer layer, SourceNouns nouns) {
    this.l = lattice;
    this.layer = layer;
    this.nouns = nouns;
  }

  /** Follows the organisations that speak again by less than their name. */
  LaterMentions laterMentions() {
    return new LaterMentions(l, layer);
  }

  /** Who a source is, coded as {@link SourceChoice} does. */
  Speaker speaker(int source) {
    int item = SourceChoice.first(source);
    int end = SourceChoice.end(l, source);
    Mention mention = mention(item, end);
    if (mention == null && l.is(item, Tag.WP) && item > 0) {
      mention = antecedent(item);
    }
    int last = end;
    int titled = SourceChoice.isWhole(l, source) ? WholePhrase.titled(l, item) : -1;
    Mention person = titled < 0 ? null : mention(titled, l.phraseEnd[titled]);
    if (person != null && isTitled(person, titled)) {
      mention = person;
      last = l.phraseEnd[titled];
    }
    Entity entity = mention == null ? null : layer.entityOf(mention);
    boolean nominal = mention == null || mention.form() == MentionForm.NOMINAL;
    if (nominal && l.is(end - 1, Tag.NN) && isNamedBeside(end)) {
      mention = mention(end + 1, l.phraseEnd[end + 1]);
      entity = mention == null ? null : layer.entityOf(mention);
      last = l.phraseEnd[end + 1];
    }
    if (entity == null) {
      int apposition = apposition(item, end);
      if (apposition >= 0) {
        mention = mention(apposition, l.phraseEnd[apposition]);
        entity = mention == null ? null : layer.entityOf(mention);
        last = l.phraseEnd[apposition];
      } else {
        last = modified(item, end);
      }
    }
    last = WholePhrase.coordinatedEnd(l, item, last);
    Span span = l.span(item, last);
    if (mention != null && mention.span().overlaps(span)) {
      span = span.union(mention.span());
    }
    String text = Quotes.text(l, span);
    SourceNouns.Kind kind = nouns.kind(l.word(end - 1));
    boolean anonymous =
        kind == SourceNouns.Kind.ANONYMOUS
            && (entity == null
                || mention != null && mention.form() == MentionForm.NOMINAL && isGroup(entity));
    return entity == null
        ? new Speaker(span, text, name(mention), null, anonymous)
        : new Speaker(span, text, entity.name(), entity.id(), anonymous);
  }

  /** Whether a person's name ends a phrase that begins with something else: a title. */
  private boolean isTitled(Mention person, int first) {
    return person.type() == MentionType.PERSON
        && person.form() == MentionForm.NAME
        && person.span().start() > l.from(first)
        && person.span().end() >= l.to(l.phraseEnd[first] - 1);
  }

  /** An official of a state is not the state: {@code US officials} stay unnamed. */
  private static boolean isGroup(Entity entity) {
    return entity.type() != MentionType.PERSON;
  }

  /**
   * Which pronoun the person takes who is the source; null if the source is no one person, or one
   * that a pronoun names.
   *
   * @param speaker of that source
   */
  @Nullable Sex sexOfPerson(int source, Speaker speaker) {
    int end = SourceChoice.end(l, source);
    Entity entity = speaker.entity() == null ? null : layer.entity(speaker.entity());
    if (entity != null && entity.type() == MentionType.PERSON) {
      return layer.sex(entity);
    }
    SourceNouns.Kind kind = nouns.kind(l.word(end - 1));
    boolean person = kind == SourceNouns.Kind.ANONYMOUS || kind == SourceNouns.Kind.ROLE;
    return person && l.is(end - 1, Tag.NN) ? Sex.UNKNOWN : null;
  }

  private @Nullable String name(@Nullable Mention mention) {
    return mention == null || mention.form() != MentionForm.NAME
        ? null
        : mention.span().of(l.document.text());
  }

  /** Whether the source at an item reports what others say: a newspaper, an agency. */
  boolean isMedium(int source) {
    if (source < 0) {
      return false;
    }
    int end = SourceChoice.end(l, source);
    Mention mention = mention(SourceChoice.first(source), end);
    Entity entity = mention == null ? null : layer.entityOf(mention);
    if (entity != null) {
      return entity.type() == MentionType.ORGANIZATION && MEDIA.equals(entity.sector());
    }
    return nouns.kind(l.word(end - 1)) == SourceNouns.Kind.MEDIUM;
  }

  /** Whether the source at an item is a medium that is known by name. */
  boolean isNamedMedium(int source) {
    return isMedium(source) && speaker(source).entity() != null;
  }

  /** Whether a source is somebody who says things: a name, a person, a medium. */
  boolean canSpeak(int source) {
    if (source < 0) {
      return false;
    }
    int end = SourceChoice.end(l, source);
    return nouns.kind(l.word(end - 1)) != null || mention(SourceChoice.first(source), end) != null;
  }

  /** The last phrase that names a person among the items, as a source. */
  int lastPerson(int from, int to) {
    for (int k = to - 1; k >= from; k--) {
      if (l.phraseFirst[k] == k) {
        Mention mention = mention(k, l.phraseEnd[k]);
        if (mention != null
            && mention.type() == MentionType.PERSON
            && mention.form() == MentionForm.NAME) {
          return SourceChoice.phrase(k);
        }
      }
    }
    return Attribution.NONE;
  }

  /** The mention that holds the head of a phrase, which is its last item. */
  private @Nullable Mention mention(int first, int end) {
    int head = l.from(end - 1);
    Span sentence = l.document.sentence(l.document.sentenceOfToken(l.firstToken[end - 1]));
    Mention found = null;
    List<Mention> mentions = layer.mentionsIn(sentence);
    for (Mention mention : mentions) {
      if (mention.span().start() > head) {
        break;
      }
      if (mention.span().contains(head)) {
        found = mention;
      }
    }
    if (found == null && end - first == 1) {
      return null;
    }
    return found;
  }

  /** What {@code who} refers to: the phrase before it. */
  private @Nullable Mention antecedent(int who) {
    int start = l.unitStart(who);
    for (int k = who - 1; k >= Math.max(start, who - 8); k--) {
      if (l.phraseFirst[k] >= 0) {
        Mention mention = mention(l.phraseFirst[k], k + 1);
        if (mention != null && layer.entityOf(mention) != null) {
          return mention;
        }
      }
    }
    return null;
  }

  /** The name beside a description: {@code a spokesman, Dmitry Peskov,}; -1 if there is none. */
  private int apposition(int item, int end) {
    if (!l.tag(end - 1).isNoun()
        || end + 1 >= l.unitEnd(item)
        || !l.is(end, Tag.COMMA)
        || l.phraseFirst[end + 1] != end + 1) {
      return -1;
    }
    Mention mention = mention(end + 1, l.phraseEnd[end + 1]);
    boolean named =
        mention != null
            && mention.type() == MentionType.PERSON
            && mention.form() == MentionForm.NAME;
    return named ? end + 1 : -1;
  }

  /** Whether an organisation's name stands between commas behind a description of it. */
  private boolean isNamedBeside(int end) {
    if (nouns.kind(l.word(end - 1)) != null) {
      return false; // a spokesman, Lang Corp, said
    }
    if (end + 1 >= l.size || !l.is(end, Tag.COMMA) || l.phraseFirst[end + 1] != end + 1) {
      return false;
    }
    int close = l.phraseEnd[end + 1];
    Mention name = mention(end + 1, close);
    return close < l.size
        && l.is(close, Tag.COMMA)
        && name != null
        && name.form() == MentionForm.NAME
        && name.type() == MentionType.ORGANIZATION
        && name.span().start() == l.from(end + 1);
  }

  /** End of a description with what modifies it: {@code a person familiar with the matter}. */
  private int modified(int item, int end) {
    boolean described =
        l.is(end - 1, Tag.NN) || l.is(end - 1, Tag.NNS) || l.is(end - 1, Tag.CD) || isPart(end - 1);
    return described && l.phraseFirst[item] == item && l.phraseEnd[item] == end
        ? WholePhrase.modifiedEnd(l, item, l.unitEnd(item))
        : end;
  }

  /** {@code some of}, {@code many of}. */
  private boolean isPart(int item) {
    return l.is(item, Tag.DT) || l.is(item, Tag.JJ);
  }
}
