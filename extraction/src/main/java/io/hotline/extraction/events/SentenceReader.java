package io.hotline.extraction.events;

import io.hotline.extraction.Article;
import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.EventTime;
import io.hotline.extraction.Quote;
import io.hotline.extraction.Span;
import io.hotline.extraction.entities.EntityLayer;
import io.hotline.extraction.events.Chunk.Kind;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the events of one sentence; what was read before is the context. */
final class SentenceReader {

  /** Below this probability what the grammar found is dropped. */
  static final double BELIED = 0.05;

  /** Below this probability what the grammar found with one party only is dropped. */
  private static final double ALONE = 0.5;

  private final Lexicon lexicon;
  private final Document document;
  private final EntityLayer layer;
  private final List<Quote> quotes;
  private final Article article;
  private final List<Draft> drafts;

  private final Words words;
  private final Clauses clauses;
  private final Parties parties;
  private final Acceptance acceptance;
  private final EventTimes eventTimes;
  private final DraftWriter writer;
  private final StatusReader statuses;
  private final NotContact notContact;
  private final Protagonists protagonists;

  /** Whether the sentence says of a contact it does not describe that there was none. */
  private boolean noSuchContact;

  /** Whether a word that names a contact was understood, and tells of none. */
  private boolean declined;

  SentenceReader(
      Lexicon lexicon,
      Times times,
      Document document,
      Tags tags,
      EntityLayer layer,
      List<Quote> quotes,
      Article article,
      List<Draft> drafts,
      Protagonists protagonists,
      int sentence) {
    this.protagonists = protagonists;
    this.lexicon = lexicon;
    this.document = document;
    this.layer = layer;
    this.quotes = quotes;
    this.article = article;
    this.drafts = drafts;
    this.words = new Words(document, tags, sentence);
    SentenceTimes sentenceTimes = new SentenceTimes(times, words, article.published());
    boolean[] named = PartyWords.named(words, layer);
    this.clauses = new Clauses(lexicon, words, Chunker.chunk(lexicon, words, named));
    this.parties = new Parties(lexicon, layer, clauses, sentenceTimes);
    this.notContact = new NotContact(lexicon, clauses);
    this.acceptance = new Acceptance(lexicon, clauses, words, parties);
    this.eventTimes = new EventTimes(lexicon, clauses, words, sentenceTimes);
    this.writer =
        new DraftWriter(lexicon, clauses, words, document, drafts, Heading.is(document, sentence));
    this.statuses = new StatusReader(lexicon, clauses, words, document, parties);
  }

  /**
   * Adds the sentence's events to the drafts.
   *
   * @param judge is asked where the grammar finds no contact
   * @param probability that the sentence tells of one, by the judge
   */
  void read(ContactJudge judge, SentenceFeatures features, double probability) {
    int before = drafts.size();
    if (notContact.fiction()) {
      return;
    }
    new HeadlinePair(lexicon, clauses, parties, writer).read();
    boolean pair = drafts.size() > before;
    for (int i = 0; i < clauses.size() && !pair; i++) {
      Chunk chunk = clauses.chunk(i);
      Trigger trigger =
          chunk.is(Kind.VERB)
              ? verbTrigger(chunk)
              : chunk.is(Kind.NOUN) ? nounTrigger(chunk) : null;
      if (trigger != null) {
        int token = chunk.is(Kind.NOUN) ? nounTriggerToken(chunk) : chunk.head();
        read(trigger, i, token, judge, features, probability);
      }
    }
    if (drafts.size() > before && probability < ALONE) {
      // The judge does not see whom a pronoun stands for.
      drafts
          .subList(before, drafts.size())
          .removeIf(
              draft ->
                  (probability < BELIED || draft.cast().all().size() < 2)
                      && draft.cast().all().stream().noneMatch(Party::understood));
    }
    if (drafts.size() == before
        && probability >= SecondReader.INCLINED
        && !declined
        && !notContact.sport()) {
      Draft second =
          new SecondReader(lexicon, clauses, words, sides(), statuses, notContact)
              .read(judge, features, probability, Heading.is(document, words.sentence()));
      if (second != null) {
        drafts.add(second);
      }
    }
    new Retractions(lexicon, clauses, drafts, before).apply(noSuchContact);
  }

  /**
   * Whether a word of the sentence can deny: without one, no weight of the others makes a denial.
   */
  private boolean mayDeny() {
    for (int t = words.from(); t < words.to(); t++) {
      if (lexicon.mayDeny(words.lower(t))) {
        return true;
      }
    }
    return false;
  }

  private Sides sides() {
    return new Sides(lexicon, clauses, words, parties, layer, protagonists);
  }

  /** Reads a sentence without a trigger: it may take back what was told. */
  void readAnswer() {
    new Retractions(lexicon, clauses, drafts, drafts.size()).apply(false);
  }

  private @Nullable Trigger verbTrigger(Chunk chunk) {
    for (Trigger trigger : lexicon.verbTriggers(words.lower(chunk.head()))) {
      if (trigger.standsAt(words, chunk.head())
          && (trigger.strong() || !operates(chunk.head(), trigger))) {
        return trigger;
      }
    }
    return null;
  }

  /** {@code walked out of talks}: with what follows, the verb says something of a contact. */
  private boolean operates(int token, Trigger trigger) {
    return lexicon.verbOperators(trigger.lemma()).stream()
        .anyMatch(
            entry ->
                entry.rest().size() == 1 && words.lower(token + 1).equals(entry.rest().get(0)));
  }

  private @Nullable Trigger nounTrigger(Chunk chunk) {
    int token = nounTriggerToken(chunk);
    if (words.tag(token).isProper() && parties.inName(token)) {
      return null; // "the Beagle Channel", "Meeting House Bank"
    }
    for (Trigger trigger : lexicon.nounTriggers(words.lower(token))) {
      if (trigger.standsAt(words, token)) {
        return trigger;
      }
    }
    return null;
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

  private void read(
      Trigger trigger,
      int chunk,
      int token,
      ContactJudge judge,
      SentenceFeatures features,
      double probability) {
    if (notContact.rejects(trigger, chunk, token)) {
      declined |= notContact.understood(trigger, chunk);
      return;
    }
    Governors.Chain chain = Governors.above(lexicon, clauses, chunk, token, trigger);
    Cast cast = Arguments.find(lexicon, clauses, parties, trigger, chunk, token, chain);
    new Context(lexicon, clauses, parties, layer, quotes, drafts, protagonists)
        .complete(cast, trigger, chunk, token, chain);
    new OpenParties(lexicon, words, protagonists).resolve(cast, probability);
    if (trigger.mode() == EventMode.LETTER && !trigger.verb() && !acceptance.sent(chunk, chain)) {
      return;
    }
    if (lexicon.is("accord", trigger.lemma()) && !acceptance.concluded(chain, cast)) {
      return;
    }
    if (!trigger.verb()
        && (cast.all().isEmpty()
            || !cast.complete() && clauses.contains(chunk, token, "such"::equals))
        && statuses.of(chain, null, cast) == EventStatus.DENIED) {
      noSuchContact = true; // "no such meeting": one that was spoken of
    }
    if (!acceptance.accept(trigger, chain, cast)) {
      declined |= cast.watched;
      return;
    }
    Times.Mention time = eventTimes.of(token, chain);
    EventStatus status = statuses.of(chain, time, cast);
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
    } else {
      StatusFeatures operators = StatusFeatures.of(words, token, trigger, chain.links(), status);
      EventStatus judged = judge.status(features, operators, status);
      status = judged == EventStatus.DENIED && !mayDeny() ? status : judged;
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
    if (acceptance.musing(chain, status) && !attributed(token)) {
      declined = true;
      return;
    }
    if (status == EventStatus.SPECULATED && acceptance.generic(trigger, chunk)
        || chain.links().stream().anyMatch(l -> l.operator() == Operator.TOPIC)
            && referent == null) {
      return;
    }
    EventTime when = eventTimes.resolve(time, status);
    status =
        new Background(lexicon, clauses, article.published())
            .status(status, time, when, chain, chunk, token);
    boolean lookingBack =
        new LookingBack(lexicon, words).retrospective()
            || trigger.verb() && words.lower(token - 1).equals("last");
    if (status == EventStatus.OCCURRED && lookingBack && article.published() != null) {
      status = EventStatus.HISTORICAL_BACKGROUND;
    }
    new Initiative(clauses, parties).order(cast, status, chain);
    writer.add(trigger, chunk, token, chain, cast, status, when);
  }

  /** Whether somebody says what stands at a token, rather than the author in his own name. */
  private boolean attributed(int token) {
    Span span = document.tokenSpan(token);
    if (quotes.stream().anyMatch(quote -> quote.speaker() != null && quote.span().contains(span))) {
      return true;
    }
    for (int v = 0; v < clauses.size(); v++) {
      if (clauses.finite(v)
          && clauses.verb(v).modality() == Modality.NONE
          && lexicon.reports(clauses.verb(v).lemma())) {
        return !words.question();
      }
    }
    return false;
  }
}
