package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.entities.Profile;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The states an article is about around one of its sentences, by how often and how near their
 * officials, organs and names stand, headline included. Read only where a sentence tells of a
 * contact and leaves a side open; made for one article, for one thread.
 */
final class Protagonists {

  private static final double OFFICIAL = 1.3;
  private static final double ORGAN = 0.8;
  private static final double NAMED = 0.6;
  private static final double PRONOUN = 0.3;
  private static final double PLACE = 0.15;
  private static final double HEADLINE = 1.5;

  /** What a sentence further away takes off. */
  private static final double FADING = 0.35;

  /** How much less what is told only later counts. */
  private static final double LATER = 0.5;

  /** How many sentences back a contact may stand whose parties are meant still. */
  private static final int REACH = 4;

  /** By how much one that is meant must outweigh the next. */
  private static final double CLEARLY = 1.4;

  /** A mention of a state or of somebody who acts for it; sentence -1 is the headline. */
  private record Trace(String country, int sentence, double weight, @Nullable Entity entity) {}

  private final Lexicon lexicon;
  private final Document document;
  private final EntityLayer layer;
  private final Supplier<EntityLayer> headline;
  private final List<Draft> drafts;
  private @Nullable List<Trace> traces;

  /**
   * @param headline the annotated headline, where it is no part of the text; asked for once at most
   * @param drafts the contacts told so far
   */
  Protagonists(
      Lexicon lexicon,
      Document document,
      EntityLayer layer,
      Supplier<EntityLayer> headline,
      List<Draft> drafts) {
    this.drafts = drafts;
    this.lexicon = lexicon;
    this.document = document;
    this.layer = layer;
    this.headline = headline;
  }

  /** The one state beside those known that a sentence is about; null if two could be meant. */
  @Nullable Party other(Collection<String> known, int sentence) {
    Draft last = last(sentence);
    if (last != null && last.countries().stream().filter(known::contains).count() == 1) {
      for (Party party : last.cast().all()) {
        if (!known.contains(Draft.code(party))) {
          return party.asUnderstood();
        }
      }
    }
    List<Map.Entry<String, Double>> ranked = ranked(known, sentence);
    boolean clear =
        ranked.size() == 1
            || ranked.size() > 1 && ranked.get(0).getValue() >= CLEARLY * ranked.get(1).getValue();
    return clear ? party(ranked.get(0).getKey(), sentence) : null;
  }

  /** The two states that a sentence is about; empty if others could be meant. */
  List<Party> pair(int sentence) {
    Draft last = last(sentence);
    if (last != null) {
      return last.cast().all().stream().map(Party::asUnderstood).toList();
    }
    List<Map.Entry<String, Double>> ranked = ranked(Set.of(), sentence);
    boolean clear =
        ranked.size() == 2
            || ranked.size() > 2 && ranked.get(1).getValue() >= CLEARLY * ranked.get(2).getValue();
    return clear
        ? List.of(party(ranked.get(0).getKey(), sentence), party(ranked.get(1).getKey(), sentence))
        : List.of();
  }

  /** The last contact told before between two states; null if that is long ago. */
  private @Nullable Draft last(int sentence) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft draft = drafts.get(i);
      if (sentence - draft.sentence() > REACH) {
        return null;
      }
      Cast cast = draft.cast();
      if (cast.actors.size() == 1
          && cast.recipients.size() == 1
          && cast.all().stream().allMatch(p -> p.country() != null)) {
        return draft;
      }
    }
    return null;
  }

  /**
   * The official of whom the article says that office; null if it names none, or those of several
   * states.
   *
   * @param office its words, in lower case: {@code defense secretary}
   */
  @Nullable Entity holder(List<String> office) {
    Entity found = null;
    for (Trace trace : traces()) {
      Entity entity = trace.entity();
      String role = entity == null ? null : entity.role();
      if (entity != null
          && role != null
          && entity.speaksForState()
          && entity.type() == MentionType.PERSON
          && List.of(role.split("[ -]")).containsAll(office)) {
        if (found != null && !trace.country().equals(found.country())) {
          return null;
        }
        found = entity;
      }
    }
    return found;
  }

  /** An official of the article as a party. */
  static Party party(Entity entity, int token) {
    return new Party(
        Party.Kind.STATE,
        token,
        token,
        entity.country(),
        entity.name(),
        entity.role(),
        entity.sector(),
        entity.id(),
        null,
        true);
  }

  private Party party(String country, int sentence) {
    int token = document.firstToken(sentence);
    Trace best = null;
    double most = 0;
    for (Trace trace : traces()) {
      Entity entity = trace.entity();
      if (trace.country().equals(country) && entity != null && entity.speaksForState()) {
        double weight = weight(trace, sentence);
        if (weight > most) {
          most = weight;
          best = trace;
        }
      }
    }
    Entity entity = best == null ? null : best.entity();
    return entity == null ? Party.state(country, token, token) : party(entity, token);
  }

  private List<Map.Entry<String, Double>> ranked(Collection<String> known, int sentence) {
    Map<String, Double> weights = new HashMap<>();
    for (Trace trace : traces()) {
      if (!known.contains(trace.country())) {
        weights.merge(trace.country(), weight(trace, sentence), Double::sum);
      }
    }
    List<Map.Entry<String, Double>> ranked = new ArrayList<>(weights.entrySet());
    ranked.removeIf(e -> e.getValue() <= PLACE);
    ranked.sort(
        Map.Entry.<String, Double>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    return ranked;
  }

  private static double weight(Trace trace, int sentence) {
    if (trace.sentence() < 0) {
      return trace.weight() * HEADLINE;
    }
    int distance = Math.abs(trace.sentence() - sentence);
    double near = trace.weight() / (1 + FADING * distance);
    return trace.sentence() > sentence ? near * LATER : near;
  }

  private List<Trace> traces() {
    List<Trace> known = traces;
    if (known == null) {
      known = new ArrayList<>();
      int sentence = 0;
      for (Mention mention : layer.mentions()) {
        while (document.sentence(sentence).end() <= mention.span().start()) {
          sentence++;
        }
        trace(layer, mention, sentence, known);
      }
      sentence = 0;
      for (CountryWord word : layer.countryWords()) {
        while (document.sentence(sentence).end() <= word.span().start()) {
          sentence++;
        }
        int next = document.tokenAt(word.span().end() - 1) + 1;
        boolean ground =
            next < document.tokenCount()
                && lexicon.is("ground", document.token(next).toLowerCase(Locale.ROOT));
        known.add(new Trace(word.country(), sentence, ground ? PLACE : NAMED, null));
      }
      EntityLayer above = headline.get();
      for (Mention mention : above.mentions()) {
        trace(above, mention, -1, known);
      }
      for (CountryWord word : above.countryWords()) {
        known.add(new Trace(word.country(), -1, NAMED, null));
      }
      traces = known;
    }
    return known;
  }

  private static void trace(EntityLayer layer, Mention mention, int sentence, List<Trace> into) {
    Entity entity = layer.entityOf(mention);
    Profile profile = layer.profile(mention);
    String country = entity != null ? entity.country() : profile.country();
    if (country == null) {
      return;
    }
    boolean speaks = entity != null && entity.speaksForState() || profile.speaksForState();
    boolean state = entity != null && entity.id().equals(country);
    double weight =
        mention.form() == MentionForm.PRONOUN
            ? speaks ? PRONOUN : 0
            : state
                ? NAMED
                : !speaks
                    ? mention.type() == MentionType.GPE ? PLACE : 0
                    : mention.type() == MentionType.PERSON ? OFFICIAL : ORGAN;
    if (weight > 0) {
      into.add(new Trace(country, sentence, weight, entity));
    }
  }
}
