package io.hotline.extraction.events;

import io.hotline.extraction.Article;
import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.ThirdParty;
import io.hotline.extraction.ThirdPartyRole;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.VerbGroup.Tense;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tag;
import io.hotline.extraction.text.Tags;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events of one sentence; what was read before is the context. */
final class SentenceReader {

  private final Lexicon lexicon;
  private final Document document;
  private final EntityLayer layer;
  private final List<Quote> quotes;
  private final Article article;
  private final List<Draft> drafts;

  private final Words words;
  private final Clauses clauses;
  private final Parties parties;
  private final List<Times.Mention> mentions;

  /** Whether the sentence says of a contact it does not describe that there was none. */
  private boolean noSuchContact;

  SentenceReader(
      Lexicon lexicon,
      Times times,
      Document document,
      Tags tags,
      EntityLayer layer,
      List<Quote> quotes,
      Article article,
      List<Draft> drafts,
      int sentence) {
    this.lexicon = lexicon;
    this.document = document;
    this.layer = layer;
    this.quotes = quotes;
    this.article = article;
    this.drafts = drafts;
    this.words = new Words(document, tags, sentence);
    this.mentions = times.in(words, article.published());
    boolean[] named = Parties.named(words, layer);
    this.clauses = new Clauses(lexicon, words, Chunker.chunk(lexicon, words, named));
    this.parties =
        new Parties(
            lexicon, layer, clauses, article.published() != null, longAgo(article.published()));
  }

  private boolean longAgo(@Nullable Instant published) {
    return published != null
        && mentions.stream()
            .map(Times.Mention::past)
            .anyMatch(
                r ->
                    r != null
                        && r.to()
                            .isBefore(
                                published.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(1)));
  }

  /** Adds the sentence's events to the drafts. */
  void read() {
    int before = drafts.size();
    for (int i = 0; i < clauses.size(); i++) {
      Chunk chunk = clauses.chunk(i);
      Trigger trigger =
          chunk.is(Kind.VERB)
              ? verbTrigger(chunk)
              : chunk.is(Kind.NOUN) ? nounTrigger(chunk) : null;
      if (trigger != null) {
        read(trigger, i, chunk.is(Kind.NOUN) ? nounTriggerToken(chunk) : chunk.head());
      }
    }
    if (drafts.size() == before || noSuchContact) {
      new Retractions(lexicon, clauses, drafts).apply(noSuchContact);
    }
  }

  /** Reads a sentence without a trigger: it may take back what was told. */
  void readAnswer() {
    new Retractions(lexicon, clauses, drafts).apply(false);
  }

  private @Nullable Trigger verbTrigger(Chunk chunk) {
    for (Trigger trigger : lexicon.verbTriggers(words.lower(chunk.head()))) {
      String[] rest = trigger.lemma().split(" ");
      int t = chunk.head() + 1;
      boolean match = true;
      for (int k = 1; k < rest.length; k++) {
        int limit = t + 3;
        while (t < limit && !words.lower(t).startsWith(rest[k])) {
          t++;
        }
        match &= words.lower(t).startsWith(rest[k]);
      }
      if (match) {
        return trigger;
      }
    }
    return null;
  }

  private @Nullable Trigger nounTrigger(Chunk chunk) {
    List<Trigger> found = lexicon.nounTriggers(words.lower(nounTriggerToken(chunk)));
    return found.isEmpty() ? null : found.get(0);
  }

  /** {@code a mediation effort}: the word before the head names the contact. */
  private int nounTriggerToken(Chunk chunk) {
    int head = chunk.head();
    boolean carried =
        lexicon.is("carrier", words.lower(head))
            && head - 1 >= chunk.from()
            && !lexicon.nounTriggers(words.lower(head - 1)).isEmpty();
    return carried ? head - 1 : head;
  }

  private void read(Trigger trigger, int chunk, int token) {
    if (new NotContact(lexicon, clauses).rejects(trigger, chunk, token)) {
      return;
    }
    Governors.Chain chain = Governors.above(lexicon, clauses, chunk, token, trigger.verb());
    Cast cast = Arguments.find(lexicon, clauses, parties, trigger, chunk, token, chain);
    new Context(lexicon, clauses, parties, layer, quotes, drafts)
        .complete(cast, trigger, chunk, token, chain);
    if (trigger.mode() == EventMode.LETTER && !trigger.verb() && !sent(chunk, chain)) {
      return;
    }
    if (lexicon.is("accord", trigger.lemma()) && !concluded(chain, cast)) {
      return;
    }
    if (cast.all().isEmpty() && !trigger.verb() && status(chain, null) == EventStatus.DENIED) {
      noSuchContact = true;
    }
    if (!accept(trigger, chain, cast)) {
      return;
    }
    Times.Mention time = timeOf(token, chain);
    EventStatus status = status(chain, time);
    Draft referent = cast.referent;
    boolean asserted =
        chain.links().stream()
            .anyMatch(
                l ->
                    l.operator() != Operator.PRESUPPOSE
                        && l.operator() != Operator.BEHIND
                        && l.operator() != Operator.REPORT
                        && l.operator() != Operator.DISCUSS);
    if (referent != null && !asserted && !cast.pair) {
      status = referent.status();
    }
    if (lexicon.is("accord", trigger.lemma())) {
      if (status == EventStatus.PLANNED
          && chain.links().stream().anyMatch(l -> l.lemma().equals("agree") && !l.bare())) {
        status = EventStatus.OCCURRED;
      }
      if (status != EventStatus.OCCURRED && status != EventStatus.PLANNED) {
        return;
      }
    }
    if (status == EventStatus.SPECULATED && generic(trigger, chunk, token)
        || chain.links().stream().anyMatch(l -> l.operator() == Operator.TOPIC)
            && referent == null) {
      return;
    }
    EventTime when = resolve(time, status);
    status =
        new Background(lexicon, clauses, article.published())
            .status(status, time, when, chain, chunk, token);
    add(trigger, chunk, token, chain, cast, status, when);
  }

  private boolean accept(Trigger trigger, Governors.Chain chain, Cast cast) {
    List<Party> all = cast.all();
    if (all.size() < 2) {
      for (Cast.Third third : cast.thirds) {
        if (third.role() == ThirdPartyRole.MEDIATOR && third.party().political()) {
          cast.actors.add(third.party());
        }
      }
      all = cast.all();
    }
    if (trigger.frame() == Frame.PLACE && all.size() >= 2 && domesticVisit(all)) {
      return false;
    }
    cast.actors.removeIf(p -> p.kind() == Party.Kind.PLACE);
    if (trigger.frame() != Frame.PLACE && trigger.frame() != Frame.SEND) {
      cast.recipients.removeIf(p -> p.kind() == Party.Kind.PLACE);
    }
    cast.balance();
    all = cast.all();
    if (trigger.verb()
        && trigger.frame() == Frame.PLACE
        && !trigger.strong()
        && cast.place == null) {
      return false;
    }
    boolean known = all.stream().anyMatch(p -> p.country() != null);
    if (all.isEmpty()
        || cast.privateParty && !cast.complete()
        || cast.emptyObject
        || wishOfPublic(chain)) {
      return false;
    }
    boolean political = all.stream().anyMatch(Party::political);
    if (all.size() > 1) {
      if (all.stream().allMatch(p -> p.country() == null && p.sector() == null)) {
        return false;
      }
      boolean unknown = all.stream().anyMatch(p -> p.kind() == Party.Kind.UNKNOWN);
      boolean sectors = all.stream().allMatch(p -> p.sector() != null);
      return political
          && (known || trigger.strong() || sectors)
          && (!unknown || trigger.strong() || trigger.mode() == EventMode.NEGOTIATION);
    }
    boolean asserted = chain.links().stream().anyMatch(l -> l.chunk() >= 0);
    return trigger.strong()
        && asserted
        && (political && (known || all.get(0).sector() != null) || trigger.lemma().equals("summit"))
        && !(trigger.frame() == Frame.PLACE && cast.actors.get(0).kind() == Party.Kind.PLACE);
  }

  /** Whether a letter goes from somebody to somebody: {@code sounded a note} sends none. */
  private boolean sent(int chunk, Governors.Chain chain) {
    for (int i = chunk + 1; i < clauses.size() && i < chunk + 8 && !clauses.finite(i); i++) {
      if (clauses.is(i, Kind.PREPOSITION)
          && lexicon.is("letter-preposition", clauses.first(i))
          && clauses.is(i + 1, Kind.NOUN)
          && !parties.of(i + 1).isEmpty()) {
        return true;
      }
    }
    return clauses.is(chunk - 1, Kind.PREPOSITION) && clauses.first(chunk - 1).equals("in")
        || chain.links().stream().anyMatch(l -> lexicon.is("sending-verb", l.lemma()));
  }

  /** Whether two parties conclude an agreement, rather than one speak of it. */
  private boolean concluded(Governors.Chain chain, Cast cast) {
    return cast.complete()
        && cast.all().stream().allMatch(Party::political)
        && chain.links().stream()
            .anyMatch(l -> l.chunk() >= 0 && lexicon.is("concluding-verb", l.lemma()));
  }

  /** A demand or wish of somebody who is no party to politics. */
  private boolean wishOfPublic(Governors.Chain chain) {
    for (Link link : chain.links()) {
      if (link.chunk() < 0
          || link.subject()
          || link.operator() != Operator.WISH && link.operator() != Operator.REQUEST) {
        continue;
      }
      List<Integer> subjects = clauses.subjects(link.chunk());
      boolean official = false;
      for (int n : subjects) {
        official |= parties.of(n).stream().anyMatch(p -> p.political());
        official |= clauses.head(n).length() < 4 || words.tag(clauses.chunk(n).head()).isProper();
      }
      if (!subjects.isEmpty() && !official) {
        return true;
      }
    }
    return false;
  }

  private static boolean domesticVisit(List<Party> all) {
    String first = all.get(0).country();
    if (first != null && all.stream().skip(1).anyMatch(p -> first.equals(p.country()))) {
      return true;
    }
    return first != null
        && all.stream().allMatch(p -> first.equals(p.country()))
        && all.stream().anyMatch(p -> p.kind() == Party.Kind.PLACE);
  }

  /** {@code any talks would}: no contact in particular. */
  private boolean generic(Trigger trigger, int chunk, int token) {
    return !trigger.verb() && words.lower(clauses.chunk(chunk).from()).equals("any");
  }

  // ---- time and status

  private Times.@Nullable Mention timeOf(int token, Governors.Chain chain) {
    Times.Mention best = null;
    int cost = 26;
    for (Times.Mention mention : mentions) {
      int distance = distance(token, mention, chain);
      if (distance < cost) {
        cost = distance;
        best = mention;
      }
    }
    return best;
  }

  private int distance(int token, Times.Mention mention, Governors.Chain chain) {
    int low = Math.min(token, mention.from());
    int high = Math.max(token, mention.to() - 1);
    int cost = mention.from() > token ? mention.from() - token : token - mention.to() + 3;
    for (int i = clauses.chunkOf(low); i <= clauses.chunkOf(high); i++) {
      Chunk chunk = clauses.chunk(i);
      if (chunk.from() < low || chunk.to() > high) {
        continue;
      }
      cost +=
          switch (chunk.kind()) {
            case COMMA -> 4;
            case SUBORDINATOR, RELATIVE, STOP -> 14;
            case VERB -> chain.verbs().contains(i) ? 0 : 6;
            default -> 0;
          };
    }
    for (int t = low + 1; t < high; t++) {
      if (t != token
          && lexicon.isTriggerForm(words.lower(t))
          && (t < mention.from() || t >= mention.to())) {
        cost += 14;
      }
    }
    int beside = clauses.chunkOf(Math.max(words.from(), mention.from()));
    while (beside > 0
        && !clauses.is(beside, Kind.VERB)
        && clauses.chunk(beside).from() >= mention.from() - 1) {
      beside--;
    }
    boolean saying =
        clauses.is(beside, Kind.VERB)
            && clauses.chunk(beside).head() != token
            && lexicon.verbOperators(clauses.verb(beside).lemma()).stream()
                .anyMatch(o -> o.operator() == Operator.REPORT)
            && clauses.chunk(beside).to() >= mention.from() - 1;
    return saying ? cost + 20 : cost;
  }

  private EventStatus status(Governors.Chain chain, Times.@Nullable Mention time) {
    boolean present =
        chain.links().stream()
            .anyMatch(l -> l.tense() == Tense.PRESENT && l.operator() == Operator.ACT);
    boolean future =
        time != null
            && (time.direction() == Times.Direction.FUTURE
                || time.direction() == Times.Direction.NOW
                    && present
                    && time.to() - time.from() > 1);
    boolean reported = false;
    boolean conditional = false;
    for (int i = 0; i < clauses.size(); i++) {
      if (clauses.is(i, Kind.VERB)) {
        reported |=
            lexicon.verbOperators(clauses.verb(i).lemma()).stream()
                    .anyMatch(o -> o.operator() == Operator.REPORT)
                && !chain.verbs().isEmpty()
                && chain.verbs().get(0) != i;
      }
      conditional |= clauses.is(i, Kind.SUBORDINATOR) && lexicon.is("condition", clauses.first(i));
    }
    EventStatus status =
        StatusAlgebra.fold(
            chain.links(),
            new StatusAlgebra.Setting(
                future,
                reported,
                conditional,
                words.question(),
                document.isHeadline(words.sentence())));
    if (words.question() && status == EventStatus.SPECULATED) {
      return answered(status);
    }
    return status;
  }

  /** A question and its answer in the next sentence are one statement. */
  private EventStatus answered(EventStatus status) {
    int next = words.sentence() + 1;
    if (next >= document.sentenceCount()) {
      return status;
    }
    String first = document.token(document.firstToken(next));
    return first.equalsIgnoreCase("no") ? EventStatus.DENIED : status;
  }

  private static @Nullable EventTime resolve(EventStatus status, Times.Mention time, Span span) {
    boolean ahead =
        switch (status) {
          case OCCURRED, DENIED, HISTORICAL_BACKGROUND -> false;
          default -> true;
        };
    if (ahead
            && time.direction() == Times.Direction.PAST
            && status != EventStatus.REFUSED
            && status != EventStatus.CANCELLED
        || !ahead && time.direction() == Times.Direction.FUTURE) {
      return null;
    }
    Times.Range range = ahead ? time.future() : time.past();
    return range == null ? null : range.toEventTime(span);
  }

  private @Nullable EventTime resolve(Times.@Nullable Mention time, EventStatus status) {
    return time == null ? null : resolve(status, time, words.span(time.from(), time.to()));
  }

  // ---- the draft

  private EventMode mode(
      Trigger trigger, int chunk, int token, EventStatus status, Cast cast, Governors.Chain chain) {
    EventMode mode = trigger.mode();
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
            || trigger.lemma().equals("negotiation");
    boolean ready =
        chain.links().stream()
            .anyMatch(l -> l.token() >= 0 && lexicon.is("readiness", words.lower(l.token())));
    return status == EventStatus.OFFERED && ready && weakTalk
        ? EventMode.STATEMENT_OF_READINESS
        : mode;
  }

  private void add(
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
            document.isHeadline(words.sentence()),
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
