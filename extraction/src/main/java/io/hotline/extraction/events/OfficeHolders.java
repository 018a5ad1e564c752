package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.entities.EntityLayer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds whose {@code the president} or {@code the chief} is where only the office is named: that of
 * the state whose official speaks in the sentence, or whose spokesman the article quotes.
 */
final class OfficeHolders {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Parties parties;
  private final EntityLayer layer;

  OfficeHolders(Lexicon lexicon, Clauses clauses, Parties parties, EntityLayer layer) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.parties = parties;
    this.layer = layer;
  }

  void resolve(Cast cast) {
    for (List<Party> side : List.of(cast.actors, cast.recipients)) {
      for (int i = 0; i < side.size(); i++) {
        Party party = side.get(i);
        if (party.country() == null && party.kind() == Party.Kind.POLITICAL && bare(party)) {
          String country = country(cast);
          if (country != null) {
            side.set(i, party.of(country));
          }
        }
      }
    }
  }

  /** Whether the words are an office and no more: {@code the president}. */
  private boolean bare(Party party) {
    String[] name = party.name().toLowerCase(Locale.ROOT).split(" ");
    return name.length <= 2 && lexicon.is("bare-office", name[name.length - 1]);
  }

  private @Nullable String country(Cast cast) {
    for (int v = 0; v < clauses.size(); v++) {
      if (!clauses.finite(v) || !lexicon.reports(clauses.verb(v).lemma())) {
        continue;
      }
      List<Integer> subjects = clauses.subjects(v);
      for (Party teller : parties.ofAll(subjects)) {
        if (teller.kind() == Party.Kind.STATE && other(cast, teller.country())) {
          return teller.country();
        }
      }
    }
    String only = null;
    for (Entity entity : layer.entities()) {
      String role = entity.role();
      if (entity.type() == MentionType.PERSON
          && role != null
          && lexicon.is("spokesman", role.substring(role.lastIndexOf(' ') + 1))
          && other(cast, entity.country())) {
        if (only != null && !only.equals(entity.country())) {
          return null;
        }
        only = entity.country();
      }
    }
    return only;
  }

  private static boolean other(Cast cast, @Nullable String country) {
    return country != null && cast.all().stream().noneMatch(p -> country.equals(p.country()));
  }
}
