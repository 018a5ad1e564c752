package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Document;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the status of a contact from the operators above it and what stands around them. */
final class StatusReader {

  /** How many sentences after a question its answer may stand. */
  private static final int ANSWER = 2;

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Document document;
  private final Parties parties;
  private final Conditions conditions;

  StatusReader(Lexicon lexicon, Clauses clauses, Words words, Document document, Parties parties) {
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.document = document;
    this.parties = parties;
    this.conditions = new Conditions(lexicon, clauses, words);
  }

  EventStatus of(Governors.Chain chain, Times.@Nullable Mention time, Cast cast) {
    boolean reported = false;
    for (int i = 0; i < clauses.size(); i++) {
      reported |=
          clauses.is(i, Kind.VERB)
              && lexicon.reports(clauses.verb(i).lemma())
              && (chain.verbs().isEmpty() || chain.verbs().get(0) != i);
    }
    boolean conditional = conditions.conditional();
    StatusAlgebra.Setting setting =
        new StatusAlgebra.Setting(
            future(chain, time),
            reported,
            conditional,
            question(),
            document.isHeadline(words.sentence()));
    EventStatus status = StatusAlgebra.fold(chain.links(), setting);
    if (question() && status == EventStatus.SPECULATED) {
      return answered(chain, status);
    }
    if (status == EventStatus.DENIED && chain.verbs().isEmpty() && conditions.until()) {
      return EventStatus.REFUSED; // "no meeting until there is a deal"
    }
    if (status == EventStatus.PLANNED && dashed(chain)) {
      return EventStatus.CANCELLED; // "had been due to meet, but"
    }
    if (status == EventStatus.OFFERED && wantedByAnother(chain, cast)) {
      return EventStatus.REQUESTED;
    }
    if (status == EventStatus.SPECULATED && welcomed(chain, cast)) {
      return EventStatus.OFFERED;
    }
    boolean open = status == EventStatus.SPECULATED || status == EventStatus.PLANNED;
    return conditional && open && willing(chain) && ownWords(chain, cast)
        ? EventStatus.OFFERED
        : status;
  }

  /** {@code Washington wants Moscow and Kyiv to hold talks}: whoever wants it takes no part. */
  private boolean wantedByAnother(Governors.Chain chain, Cast cast) {
    for (Link link : chain.links()) {
      int v = link.chunk();
      if (link.operator() == Operator.OFFER
          && v >= 0
          && clauses.is(v, Kind.VERB)
          && lexicon.is("wanting-verb", clauses.verb(v).lemma())
          && clauses.is(v + 1, Kind.NOUN)) {
        List<String> wanting =
            parties.ofAll(clauses.subjects(v)).stream()
                .map(Party::country)
                .filter(Objects::nonNull)
                .toList();
        return !wanting.isEmpty()
            && cast.all().stream().noneMatch(p -> wanting.contains(p.country()));
      }
    }
    return false;
  }

  /** {@code the Kremlin would welcome a call from Trump}: one of the parties is willing. */
  private boolean welcomed(Governors.Chain chain, Cast cast) {
    for (Link link : chain.links()) {
      if (link.operator() == Operator.EVALUATE
          && link.modality() == Modality.WOULD
          && !link.negated()
          && link.chunk() >= 0
          && !link.subject()) {
        return parties.ofAll(clauses.subjects(link.chunk())).stream()
            .map(Party::country)
            .filter(Objects::nonNull)
            .anyMatch(c -> cast.all().stream().anyMatch(p -> c.equals(p.country())));
      }
    }
    return false;
  }

  private boolean plainPresent(int v) {
    return clauses.verb(v).tense() == Tense.PRESENT
        && clauses.verb(v).modality() == Modality.NONE
        && !clauses.verb(v).passive();
  }

  private boolean future(Governors.Chain chain, Times.@Nullable Mention time) {
    if (time == null) {
      return false;
    }
    boolean present =
        chain.links().stream()
            .anyMatch(l -> l.tense() == Tense.PRESENT && l.operator() == Operator.ACT);
    boolean scheduled =
        time.direction() == Times.Direction.OPEN
            && time.future() != null
            && !time.future().equals(time.past())
            && chain.verbs().stream().limit(1).anyMatch(this::plainPresent); // "lands on Sunday"
    boolean verbless =
        time.direction() != Times.Direction.PAST
            && time.future() != null
            && !chain.links().isEmpty()
            && chain.links().get(0).operator() == Operator.REPORT
            && chain.links().get(0).tense() == Tense.PRESENT
            && !chain.links().get(0).asserts(); // "aide says Putin call this week"
    return time.direction() == Times.Direction.FUTURE
        || verbless
        || scheduled
        || time.direction() == Times.Direction.NOW && present && time.to() - time.from() > 1;
  }

  /** Whether a plan in the past is followed by a {@code but}. */
  private boolean dashed(Governors.Chain chain) {
    boolean past =
        chain.links().stream()
            .anyMatch(l -> l.operator() == Operator.PLAN && l.tense() == Tense.PAST_PERFECT);
    int last = chain.verbs().isEmpty() ? clauses.size() : chain.verbs().get(0);
    for (int i = last + 1; past && i < clauses.size(); i++) {
      if (clauses.first(i).equals("but")) {
        return true;
      }
    }
    return false;
  }

  /** {@code would meet}, {@code will meet}: what one does oneself once the condition is met. */
  private static boolean willing(Governors.Chain chain) {
    for (Link link : chain.links()) {
      switch (link.operator()) {
        case ACT, KEEP -> {
          if (!link.bare()) {
            return !link.negated()
                && (link.modality() == Modality.WILL || link.modality() == Modality.WOULD);
          }
        }
        case CONDITION -> {
          return false;
        }
        default -> {}
      }
    }
    return false;
  }

  /** Whether one of the parties says it, or somebody who speaks for it. */
  private boolean ownWords(Governors.Chain chain, Cast cast) {
    for (int v = 0; v < clauses.size(); v++) {
      if (!clauses.finite(v) || !lexicon.reports(clauses.verb(v).lemma())) {
        continue;
      }
      List<Integer> subjects = clauses.subjects(v);
      if (subjects.isEmpty() && clauses.is(v + 1, Kind.NOUN)) {
        subjects = List.of(v + 1);
      }
      for (int n : subjects) {
        for (Party teller : parties.of(n)) {
          boolean own =
              teller.country() == null
                  ? lexicon.is("mouthpiece", clauses.head(n)) || cast.all().contains(teller)
                  : cast.all().stream().anyMatch(p -> teller.country().equals(p.country()));
          if (own || cast.all().isEmpty()) {
            return true;
          }
        }
        if (lexicon.is("mouthpiece", clauses.head(n)) || sameSubject(chain, n)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean sameSubject(Governors.Chain chain, int n) {
    return !chain.verbs().isEmpty()
        && clauses.subjects(chain.verbs().get(0)).stream()
            .anyMatch(s -> s == n || clauses.head(s).length() < 5 && s > n);
  }

  // ---- questions

  /** Whether the sentence asks; {@code Will they meet? reporters wanted to know} does too. */
  private boolean question() {
    if (words.question()) {
      return true;
    }
    if (!lexicon.is("question-opener", words.lower(words.from()))) {
      return false;
    }
    for (int t = words.from(); t < words.to(); t++) {
      if (words.lower(t).equals("?")) {
        return true;
      }
    }
    return false;
  }

  /** A question and its answer in a sentence after it are one statement. */
  private EventStatus answered(Governors.Chain chain, EventStatus status) {
    for (int v : chain.verbs()) {
      if (clauses.subjects(v).stream().anyMatch(n -> clauses.head(n).equals("you"))) {
        return status; // "Do you expect them to meet?": yes is what the asked one expects
      }
    }
    int end = Math.min(document.sentenceCount(), words.sentence() + 1 + ANSWER);
    for (int s = words.sentence() + 1; s < end; s++) {
      for (int t = document.firstToken(s); t < document.endToken(s); t++) {
        String lower = document.token(t).toLowerCase(Locale.ROOT);
        if (lexicon.is("yes", lower)) {
          boolean will =
              lexicon.is("future", words.lower(words.from()))
                  || chain.links().stream().anyMatch(l -> l.modality() == Modality.WILL);
          return will ? EventStatus.PLANNED : EventStatus.OCCURRED;
        }
        if (lexicon.is("answer-negation", lower)) {
          return EventStatus.DENIED;
        }
        if (t > document.firstToken(s) + 5) {
          break;
        }
      }
    }
    return status;
  }
}
