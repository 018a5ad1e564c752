package io.hotline.extraction.events;

import io.hotline.extraction.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state of a party that is named by office or relation only: {@code the defense
 * secretary} is whoever the article says holds that office; {@code his counterpart} and {@code her
 * host} are of the one other state that the article is about there.
 */
final class OpenParties {

  /** From this probability on the grammar is believed that {@code his counterpart} takes part. */
  private static final double ASSERTED = 0.2;

  private final Lexicon lexicon;
  private final Words words;
  private final Protagonists protagonists;

  OpenParties(Lexicon lexicon, Words words, Protagonists protagonists) {
    this.lexicon = lexicon;
    this.words = words;
    this.protagonists = protagonists;
  }

  /**
   * Gives the parties of no known state theirs.
   *
   * @param probability that the sentence tells of a contact: the surer that is, the rather the
   *     other side is taken from what the article is about
   */
  void resolve(Cast cast, double probability) {
    if (cast.all().size() < 2) {
      return;
    }
    for (List<Party> side : List.of(cast.actors, cast.recipients)) {
      for (int i = 0; i < side.size(); i++) {
        if (open(side.get(i))) {
          boolean sure =
              probability >= (relational(side.get(i)) ? ASSERTED : SecondReader.CONVINCED);
          Party found = resolve(side.get(i), known(cast), sure);
          if (found != null) {
            side.set(i, found);
          }
        }
      }
    }
  }

  private static Set<String> known(Cast cast) {
    Set<String> known = new HashSet<>();
    List<@Nullable Party> all = new ArrayList<>(cast.all());
    cast.thirds.forEach(third -> all.add(third.party()));
    all.add(cast.place);
    for (Party party : all) {
      if (party != null && party.country() != null) {
        known.add(party.country());
      }
    }
    return known;
  }

  /** Whether a party is one of whom only the state is missing. */
  boolean open(Party party) {
    return party.country() == null
        && (party.kind() == Party.Kind.POLITICAL || party.kind() == Party.Kind.UNKNOWN)
        && (party.role() != null || relational(party))
        && !organization(party)
        && !former(party);
  }

  /** Whether somebody held his office once: it says so, or the who's-who has him in none. */
  private boolean former(Party party) {
    String entity = party.entity();
    String role = party.role();
    return party.kind() == Party.Kind.UNKNOWN
        && (entity != null && entity.startsWith("Q")
            || role != null && role.startsWith("former")
            || lexicon.is("former", first(party.name())));
  }

  private static String first(String name) {
    int blank = name.indexOf(' ');
    return (blank < 0 ? name : name.substring(0, blank)).toLowerCase(Locale.ROOT);
  }

  private static boolean organization(Party party) {
    return party.entity() != null && party.entity().startsWith("org:");
  }

  /** The party with its state; null if nobody can tell. */
  @Nullable Party resolve(Party party, Set<String> known, boolean sure) {
    if (!relational(party)) {
      List<String> office = office(party.name());
      Entity holder = office.isEmpty() ? null : protagonists.holder(office);
      if (holder != null) {
        String country = holder.country();
        return country == null || known.contains(country)
            ? null
            : Protagonists.party(holder, party.from());
      }
    }
    if (!sure || !relational(party) && !definite(party) && party.entity() == null) {
      return null;
    }
    Party other = protagonists.other(known, words.sentence());
    String country = other == null ? null : other.country();
    return country == null ? null : party.of(country);
  }

  /** Whether somebody is named by what he is to the other side. */
  boolean relational(Party party) {
    String name = party.name().toLowerCase(Locale.ROOT);
    return lexicon.is("relational", name.substring(name.lastIndexOf(' ') + 1));
  }

  private boolean definite(Party party) {
    return lexicon.is("definite", first(party.name()));
  }

  private List<String> office(String written) {
    List<String> office = new ArrayList<>();
    for (String word : written.toLowerCase(Locale.ROOT).split("[ -]")) {
      if (!lexicon.is("office-filler", word)) {
        office.add(word);
      }
    }
    return office;
  }
}
