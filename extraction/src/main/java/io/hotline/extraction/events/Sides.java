package io.hotline.extraction.events;

import io.hotline.extraction.entities.CountryWord;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.events.Chunk.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The two sides of a contact whose grammar was not understood: whoever acts in the sentence before
 * whatever is only its place or its topic, and the side that it leaves open from what the article
 * is about.
 */
final class Sides {

  private static final double OFFICIAL = 3;
  private static final double STATE = 2.2;
  private static final double CAPITAL = 1.8;
  private static final double PLACE = 0.7;
  private static final double TOPIC = 0.6;
  private static final double PEOPLE = 1.1;
  private static final double UNRESOLVED = 0.9;
  private static final double RESOLVED = 2;

  /** What standing after {@code with} or {@code to} adds. */
  private static final double TAKES_PART = 0.5;

  /** How much of its weight keeps whoever only reports. */
  private static final double REPORTS = 0.45;

  /** From this weight on somebody is a side of his own. */
  private static final double SOMEBODY = 1.5;

  /**
   * Who was found.
   *
   * @param sides the likeliest first; fewer than two if the sentence does not tell
   * @param carriers whoever goes between them
   * @param officials how many of the two sides are somebody, rather than the name of a place
   */
  record Found(List<Party> sides, List<Party> carriers, long officials) {}

  private record Candidate(Party party, double weight, boolean carries) {}

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Parties parties;
  private final EntityLayer layer;
  private final Protagonists protagonists;
  private final OpenParties open;

  Sides(
      Lexicon lexicon,
      Clauses clauses,
      Words words,
      Parties parties,
      EntityLayer layer,
      Protagonists protagonists) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.parties = parties;
    this.layer = layer;
    this.protagonists = protagonists;
    this.open = new OpenParties(lexicon, words, protagonists);
  }

  /** Whether noun group {@code n} names no party. */
  boolean nobody(int n) {
    return parties.of(n).isEmpty();
  }

  /**
   * Finds the sides.
   *
   * @param context whether a side may be taken from the sentences around
   * @param carried whether somebody carries between the sides
   */
  Found find(boolean context, boolean carried) {
    List<Candidate> candidates = new ArrayList<>();
    List<Party> unresolved = new ArrayList<>();
    boolean pair = pairs();
    for (int n = 0; n < clauses.size(); n++) {
      if (!clauses.is(n, Kind.NOUN)) {
        continue;
      }
      for (Party party : parties.of(n)) {
        if (open.open(party)) {
          unresolved.add(party);
        } else {
          double weight = weight(party, n, carried);
          if (weight > 0) {
            boolean reports = reports(n) && !pair;
            boolean carries = carried && subject(n);
            candidates.add(
                new Candidate(party.asState(), reports ? weight * REPORTS : weight, carries));
          }
        }
      }
    }
    for (CountryWord word : layer.countryWordsIn(words.span(words.from(), words.to()))) {
      int token = words.document().tokenAt(word.span().start());
      candidates.add(new Candidate(Party.state(word.country(), token, token), PEOPLE, false));
    }
    if (strong(candidates).size() < 2) {
      for (Party party : unresolved) {
        Party found = open.resolve(party, strong(candidates), context);
        candidates.add(
            found != null
                ? new Candidate(found, RESOLVED, false)
                : new Candidate(party, UNRESOLVED, false));
      }
      if (context && strong(candidates).size() < 2) {
        fromContext(candidates, pair || !unresolved.isEmpty());
      }
    }
    return found(candidates);
  }

  /** Adds who is understood: one side if the sentence names one, both if it speaks of a pair. */
  private void fromContext(List<Candidate> candidates, boolean slot) {
    Set<String> sides = strong(candidates);
    if (sides.size() == 1) {
      Party other = protagonists.other(sides, words.sentence());
      if (other != null) {
        candidates.add(new Candidate(other, slot ? RESOLVED : SOMEBODY, false));
      }
    } else if (sides.isEmpty() && slot) {
      for (Party party : protagonists.pair(words.sentence())) {
        candidates.add(new Candidate(party, RESOLVED, false));
      }
    }
  }

  private static Set<String> strong(List<Candidate> candidates) {
    Set<String> strong = new HashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.weight() >= SOMEBODY && !candidate.carries()) {
        strong.add(key(candidate.party()));
      }
    }
    return strong;
  }

  private static String key(Party party) {
    String country = party.country();
    return country != null ? country : party.name();
  }

  /** One of each state or body, the weightiest first; whoever carries is a side only of two. */
  private static Found found(List<Candidate> candidates) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      best.merge(key(candidate.party()), candidate, (a, b) -> a.weight() >= b.weight() ? a : b);
    }
    List<Candidate> sorted =
        best.values().stream()
            .sorted(
                Comparator.comparing((Candidate c) -> c.carries() || c.weight() < SOMEBODY)
                    .thenComparing(Candidate::carries, Comparator.reverseOrder())
                    .thenComparing(Candidate::weight, Comparator.reverseOrder()))
            .toList();
    return new Found(
        sorted.stream().map(Candidate::party).toList(),
        sorted.stream().skip(2).filter(Candidate::carries).map(Candidate::party).toList(),
        sorted.stream().limit(2).filter(c -> c.weight() >= OFFICIAL && !c.carries()).count());
  }

  private double weight(Party party, int n, boolean carried) {
    String before = clauses.is(n - 1, Kind.PREPOSITION) ? clauses.first(n - 1) : "";
    boolean part = lexicon.is("taking-part", before) || carried && before.equals("from");
    double weight =
        switch (party.kind()) {
          case STATE -> acts(party) ? OFFICIAL : part ? STATE : bare(before, STATE);
          case GROUP -> OFFICIAL;
          case PLACE -> part ? CAPITAL : bare(before, CAPITAL);
          case POLITICAL -> UNRESOLVED;
          default -> 0;
        };
    return part && weight > 0 ? weight + TAKES_PART : weight;
  }

  /** The weight of the bare name of a state or a capital. */
  private double bare(String before, double weight) {
    return lexicon.is("locative", before) ? PLACE : lexicon.is("topical", before) ? TOPIC : weight;
  }

  /** Whether a party is somebody rather than the bare name of a state. */
  private static boolean acts(Party party) {
    String country = party.country();
    return party.role() != null
        || country == null
        || !country.equals(party.entity())
        || party.name().contains(" ") && Character.isLowerCase(last(party.name()));
  }

  private static char last(String name) {
    return name.charAt(name.lastIndexOf(' ') + 1);
  }

  /** Whether the sentence speaks of two who are named elsewhere. */
  private boolean pairs() {
    for (int n = 0; n < clauses.size(); n++) {
      if (clauses.is(n, Kind.NOUN)
          && parties.of(n).stream().anyMatch(p -> p.kind() == Party.Kind.PAIR)) {
        return true;
      }
    }
    return false;
  }

  /** Whether noun group {@code n} is the subject of a verb of reporting. */
  private boolean reports(int n) {
    for (int beside : new int[] {n + 1, n - 1}) {
      if (clauses.is(beside, Kind.VERB) && lexicon.reports(clauses.head(beside))) {
        return true;
      }
    }
    return false;
  }

  private boolean subject(int n) {
    return clauses.is(n + 1, Kind.VERB) && !clauses.is(n - 1, Kind.PREPOSITION);
  }
}
