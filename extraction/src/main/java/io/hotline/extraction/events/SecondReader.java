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

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Document document;
  private final Sides sides;

  SecondReader(Lexicon lexicon, Clauses clauses, Words words, Sides sides) {
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
    int token = trigger();
    Trigger trigger = token < 0 ? WORDING : triggerAt(token);
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
    EventStatus status = judge.status(features);
    List<Span> cues = new ArrayList<>();
    if (token >= 0) {
      cues.add(document.tokenSpan(token));
    }
    return new Draft(
        words.sentence(),
        Math.max(token, words.from()),
        trigger,
        trigger.mode() == EventMode.OTHER ? mode : trigger.mode(),
        status,
        cast,
        null,
        null,
        channels(found.carriers(), cast),
        document.sentence(words.sentence()),
        cues,
        false,
        heading,
        confidence(probability, cast),
        reasons(cast));
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

  private static List<String> reasons(Cast cast) {
    List<String> reasons = new ArrayList<>();
    reasons.add("by the weight of the sentence's words, not by its grammar");
    for (Party party : cast.all()) {
      if (party.understood()) {
        reasons.add("party understood from context: " + party.name());
      } else if (party.country() == null) {
        reasons.add("state of party not known: " + party.name());
      }
    }
    return reasons;
  }

  private static double confidence(double probability, Cast cast) {
    long guessed = cast.all().stream().filter(p -> p.understood() || p.country() == null).count();
    double confidence = Math.min(MOST_CONFIDENCE, probability) - GUESSED * guessed;
    return Math.round(confidence * 100) / 100.0;
  }

  /** The first word of the sentence that names a contact; -1 if none does. */
  private int trigger() {
    for (int t = words.from(); t < words.to(); t++) {
      if (triggerAt(t) != WORDING) {
        return t;
      }
    }
    return -1;
  }

  private Trigger triggerAt(int t) {
    int chunk = clauses.chunkOf(t);
    boolean verb = clauses.is(chunk, Kind.VERB) && clauses.chunk(chunk).head() == t;
    if (!verb && !clauses.is(chunk, Kind.NOUN)) {
      return WORDING;
    }
    String lower = words.lower(t);
    for (Trigger trigger : verb ? lexicon.verbTriggers(lower) : lexicon.nounTriggers(lower)) {
      if (trigger.standsAt(words, t)) {
        return trigger;
      }
    }
    return WORDING;
  }
}
