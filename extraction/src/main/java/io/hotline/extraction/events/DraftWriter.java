package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.Span;
import io.hotline.extraction.ThirdParty;
import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what is known of an event and adds it to the drafts. */
final class DraftWriter {

  private final Lexicon lexicon;
  private final Clauses clauses;
  private final Words words;
  private final Document document;
  private final List<Draft> drafts;
  private final boolean heading;

  DraftWriter(
      Lexicon lexicon,
      Clauses clauses,
      Words words,
      Document document,
      List<Draft> drafts,
      boolean heading) {
    this.heading = heading;
    this.lexicon = lexicon;
    this.clauses = clauses;
    this.words = words;
    this.document = document;
    this.drafts = drafts;
  }

  private EventMode mode(
      Trigger trigger, int chunk, int token, EventStatus status, Cast cast, Governors.Chain chain) {
    EventMode mode = trigger.mode();
    if (trigger.lemma().equals("call")
        && trigger.verb()
        && clauses.verb(chunk).passive()
        && clauses.first(chunk + 1).equals("to")) {
      return EventMode.MEETING; // "was called to the foreign ministry"
    }
    Chunk group = clauses.chunk(chunk);
    if (!trigger.verb()) {
      for (int t = group.from(); t < token; t++) {
        Lexicon.Modifier modifier = lexicon.modifier(words.lower(t));
        if (modifier != null && modifier.kind().equals("mode")) {
          mode = EventMode.valueOf(modifier.value());
        }
      }
    }
    for (int t = token + 1; t < Math.min(cast.end, token + 12); t++) {
      if (words.lower(t).equals("by") && lexicon.is("telephone", words.lower(t + 1))
          || words.lower(t).equals("over") && lexicon.is("telephone", words.lower(t + 2))
          || words.lower(t).equals("on") && lexicon.is("telephone", words.lower(t + 2))
          || words.lower(t).equals("in")
              && lexicon.is("telephone", words.lower(t + 2))
              && trigger.verb()) {
        return EventMode.PHONE_CALL;
      }
      if (trigger.verb() && lexicon.is("in-person", words.lower(t))) {
        return EventMode.MEETING;
      }
    }
    boolean weakTalk =
        trigger.lemma().equals("dialogue")
            || trigger.lemma().equals("contact")
            || trigger.lemma().equals("talk")
            || trigger.lemma().equals("engagement")
            || trigger.lemma().equals("conversation")
                && mode == EventMode.PHONE_CALL
                && !telephone(chunk, token)
            || trigger.lemma().equals("negotiation");
    boolean ready =
        chain.links().stream()
            .anyMatch(l -> l.token() >= 0 && lexicon.is("readiness", words.lower(l.token())));
    return status == EventStatus.OFFERED && ready && weakTalk
        ? EventMode.STATEMENT_OF_READINESS
        : mode;
  }

  /** Whether a word before the head says that one speaks by telephone. */
  private boolean telephone(int chunk, int token) {
    return clauses.contains(chunk, token, word -> lexicon.is("telephone", word));
  }

  void add(
      Trigger trigger,
      int chunk,
      int token,
      Governors.Chain chain,
      Cast cast,
      EventStatus status,
      @Nullable EventTime when) {
    List<Span> cues = new ArrayList<>();
    cues.add(document.tokenSpan(token));
    for (Link link : chain.links()) {
      if (link.token() >= 0 && link.token() != token) {
        cues.add(document.tokenSpan(link.token()));
      }
    }
    drafts.removeIf(
        d ->
            d.sentence() == words.sentence()
                && d.cast().complete()
                && d.trigger().lemma().equals("invitation")
                && chain.links().stream().anyMatch(l -> l.token() == d.token()));
    List<String> reasons = new ArrayList<>(cast.reasons);
    double confidence = confidence(chain, cast, status, reasons);
    drafts.add(
        new Draft(
            words.sentence(),
            token,
            trigger,
            mode(trigger, chunk, token, status, cast, chain),
            status,
            cast,
            when,
            cast.place == null ? null : cast.place.name(),
            thirds(cast),
            document.sentence(words.sentence()),
            cues,
            anaphoric(trigger, chunk, token),
            heading,
            confidence,
            reasons));
  }

  private boolean anaphoric(Trigger trigger, int chunk, int token) {
    Chunk group = clauses.chunk(chunk);
    if (trigger.verb()) {
      return false;
    }
    for (int t = group.from(); t < token; t++) {
      if (lexicon.is("definite", words.lower(t)) || words.tag(t) == Tag.PRPS) {
        return true;
      }
    }
    return false;
  }

  private static List<ThirdParty> thirds(Cast cast) {
    List<ThirdParty> out = new ArrayList<>();
    for (Cast.Third third : cast.thirds) {
      Party party = third.party();
      if (party.political()
          && party.country() != null
          && cast.all().stream().noneMatch(p -> party.country().equals(p.country()))) {
        out.add(new ThirdParty(party.country(), third.role(), party.name(), party.span()));
      }
    }
    Party place = cast.place;
    if (place != null
        && place.country() != null
        && cast.all().stream().noneMatch(p -> place.country().equals(p.country()))
        && out.stream().noneMatch(p -> p.country().equals(place.country()))) {
      out.add(new ThirdParty(place.country(), ThirdPartyRole.HOST, place.name(), place.span()));
    }
    return out;
  }

  private static double confidence(
      Governors.Chain chain, Cast cast, EventStatus status, List<String> reasons) {
    double confidence = 0.92;
    for (Party party : cast.all()) {
      if (party.understood()) {
        confidence -= 0.1;
        reasons.add("party understood from context: " + party.name());
      }
      if (party.country() == null) {
        confidence -= 0.15;
        reasons.add("state of party not known: " + party.name());
      }
    }
    if (cast.all().size() < 2) {
      confidence -= 0.25;
      reasons.add("only one party named");
    }
    if (chain.links().stream().anyMatch(l -> l.operator() == Operator.PRESUPPOSE)) {
      confidence -= 0.08;
      reasons.add("contact is presupposed, not asserted");
    }
    if (chain.links().isEmpty()) {
      confidence -= 0.15;
      reasons.add("no verb governs the contact");
    }
    if (status == EventStatus.SPECULATED) {
      confidence -= 0.05;
      reasons.add("hedged");
    }
    return Math.max(0.05, Math.round(confidence * 100) / 100.0);
  }
}
