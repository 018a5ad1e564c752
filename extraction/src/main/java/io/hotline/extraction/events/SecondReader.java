package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.Span;
import io.hotline.extraction.ThirdParty;
import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a contact that the grammar did not find in a sentence in which the {@link ContactJudge}
 * sees one. Its parties are the {@link Sides} of the sentence; its status and mode are the judge's.
 */
final class SecondReader {

  /** What a sentence without a word of the tables is hung on. */
  private static final Trigger WORDING =
      new Trigger("contact", false, List.of(), EventMode.OTHER, "040", Frame.WITH, true, null);

  private static final double MOST_CONFIDENCE = 0.75;

  /**
   * The most where the status is not clear: too little for a rule that asks for as much as ours.
   */
  private static final double UNCLEAR = 0.5;

  private static final double LEAST = 0.05;

  /** From this probability on a contact is seen between two officials whom the sentence names. */
  static final double INCLINED = 0.4;

  /** From this probability on a contact is seen. */
  static final double CONVINCED = 0.6;

  /** From this probability on a contact is seen between two bare names of states. */
  private static final double SURE = 0.75;

  /** From this probability on, a party may be understood from the sentences before. */
  private static final double VERY_SURE = 0.65;

  /** What a party of no known state, or one from another sentence, takes off the confidence. */
  private static final double GUESSED = 0.15;

  /** How likely a status must be to be clear. */
  private static final double CLEAR = 0.4;

  /** How likely it must be that a contact took place: nothing is worse than to say so in error. */
  private static final double SURELY_DONE = 0.6;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Document document;
  private final Sides sides;
  private final StatusReader statuses;
  private final NotContact notContact;

  SecondReader(
      Lexicon lexicon,
      Clauses clauses,
      Words words,
      Sides sides,
      StatusReader statuses,
      NotContact notContact) {
    this.statuses = statuses;
    this.notContact = notContact;
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.document = words.document();
    this.sides = sides;
  }

  /**
   * The event as the judge sees it; null if the sentence does not name two parties.
   *
   * @param probability that it is one, 0..1
   * @param heading whether the sentence is a headline or a heading
   */
  @Nullable Draft read(
      ContactJudge judge, SentenceFeatures features, double probability, boolean heading) {
    EventMode mode = judge.mode(features);
    Named word = named();
    int token = word.token();
    Trigger trigger = word.trigger();
    boolean carried = mode == EventMode.BACKCHANNEL || trigger.frame() == Frame.CARRY;
    Sides.Found found = sides.find(probability >= VERY_SURE, carried);
    List<Party> named = found.sides();
    if (named.size() < 2 || probability < needed(found)) {
      return null;
    }
    Cast cast = new Cast();
    cast.actor(named.subList(0, 1));
    cast.recipient(named.subList(1, 2));
    if (!cast.complete()) {
      return null;
    }
    Reading status = status(judge, features, word.chain(), cast);
    List<Span> cues = new ArrayList<>();
    if (token >= 0) {
      cues.add(document.tokenSpan(token));
    }
    return new Draft(
        words.sentence(),
        Math.max(token, words.from()),
        trigger,
        trigger.mode() == EventMode.OTHER ? mode : trigger.mode(),
        status.status(),
        cast,
        null,
        null,
        channels(found.carriers(), cast),
        document.sentence(words.sentence()),
        cues,
        false,
        heading,
        confidence(probability, cast, status.clear()),
        reasons(cast, status.clear()));
  }

  /** A status, and whether it is clear. */
  private record Reading(EventStatus status, boolean clear) {}

  /**
   * The status by the words' grammar, where a word names the contact and something stands above it,
   * and else by the judge.
   */
  private Reading status(
      ContactJudge judge, SentenceFeatures features, Governors.@Nullable Chain chain, Cast cast) {
    if (chain != null) {
      EventStatus read = statuses.of(chain, null, cast);
      if (read != EventStatus.OCCURRED && !chain.verbs().isEmpty()) {
        return new Reading(read, true);
      }
    }
    double[] likely = judge.statuses(features);
    EventStatus best = ContactJudge.likeliest(likely);
    double needed = best == EventStatus.OCCURRED ? SURELY_DONE : CLEAR;
    return new Reading(best, likely[best.ordinal()] >= needed);
  }

  /** The fewer of the sides are somebody, the surer the judge must be. */
  private static double needed(Sides.Found found) {
    return switch ((int) found.officials()) {
      case 2 -> INCLINED;
      case 1 -> CONVINCED;
      default -> SURE;
    };
  }

  private static List<ThirdParty> channels(List<Party> carriers, Cast cast) {
    List<ThirdParty> channels = new ArrayList<>();
    for (Party party : carriers) {
      String country = party.country();
      if (country != null && cast.all().stream().noneMatch(p -> country.equals(p.country()))) {
        channels.add(new ThirdParty(country, ThirdPartyRole.CHANNEL, party.name(), party.span()));
      }
    }
    return channels;
  }

  private static List<String> reasons(Cast cast, boolean clear) {
    List<String> reasons = new ArrayList<>();
    reasons.add("by the weight of the sentence's words, not by its grammar");
    if (!clear) {
      reasons.add("status not certain");
    }
    for (Party party : cast.all()) {
      if (party.understood()) {
        reasons.add("party understood from context: " + party.name());
      } else if (party.country() == null) {
        reasons.add("state of party not known: " + party.name());
      }
    }
    return reasons;
  }

  private static double confidence(double probability, Cast cast, boolean clear) {
    long guessed = cast.all().stream().filter(p -> p.understood() || p.country() == null).count();
    double most = clear ? MOST_CONFIDENCE : UNCLEAR;
    double confidence = Math.max(LEAST, Math.min(most, probability) - GUESSED * guessed);
    return Math.round(confidence * 100) / 100.0;
  }

  /** A word that names a contact, and what stands above it; token -1 for none. */
  private record Named(int token, Trigger trigger, Governors.@Nullable Chain chain) {}

  /** The first word of the sentence that names a contact. */
  private Named named() {
    for (int t = words.from(); t < words.to(); t++) {
      Named named = namedAt(t);
      if (named != null) {
        return named;
      }
    }
    return new Named(-1, WORDING, null);
  }

  /** {@code has not received any response}: nobody is received. */
  private boolean takesThing(Trigger trigger, int chunk) {
    return trigger.frame() == Frame.HOST
        && trigger.verb()
        && clauses.is(chunk + 1, Kind.NOUN)
        && sides.nobody(chunk + 1);
  }

  /** {@code before flying home}: what only says when. */
  private static boolean beside(Governors.Chain chain) {
    return chain.links().stream().anyMatch(link -> link.operator() == Operator.AHEAD);
  }

  private @Nullable Named namedAt(int t) {
    int chunk = clauses.chunkOf(t);
    boolean verb = clauses.is(chunk, Kind.VERB) && clauses.chunk(chunk).head() == t;
    if (!verb && !clauses.is(chunk, Kind.NOUN)) {
      return null;
    }
    String lower = words.lower(t);
    for (Trigger trigger : verb ? lexicon.verbTriggers(lower) : lexicon.nounTriggers(lower)) {
      if (trigger.standsAt(words, t)
          && !notContact.rejects(trigger, chunk, t)
          && !takesThing(trigger, chunk)) {
        Governors.Chain chain = Governors.above(lexicon, clauses, chunk, t, trigger);
        if (!beside(chain)) {
          return new Named(t, trigger, chain);
        }
      }
    }
    return null;
  }
}
