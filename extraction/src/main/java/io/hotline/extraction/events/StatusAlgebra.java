package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import io.hotline.extraction.events.VerbGroup.Modality;
import io.hotline.extraction.events.VerbGroup.Tense;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the operators above a trigger to a status, from the innermost out: what {@code denied}
 * makes of {@code had agreed to} of {@code meet}.
 */
final class StatusAlgebra {

  /**
   * What is known beside the chain.
   *
   * @param future whether words of time beside the trigger point ahead of publication
   * @param reported whether somebody says it, so that {@code would} is a reported {@code will}
   * @param conditional whether the sentence has an {@code if} clause
   * @param question whether the sentence asks
   * @param headline whether it is a headline, whose present tense is past
   */
  record Setting(
      boolean future, boolean reported, boolean conditional, boolean question, boolean headline) {}

  /** What one side sends the other: that there is none says nothing of anybody's will. */
  private static final Set<String> NOTHING_CAME =
      Set.of(
          "offer",
          "offers",
          "proposal",
          "proposals",
          "invitation",
          "invitations",
          "overture",
          "overtures");

  private final Setting setting;
  private final List<Link> links;
  private @Nullable EventStatus status;
  private boolean not;
  private boolean clause;
  private boolean report;

  /** Whether the status so far is that of an adjective only, which a verb overrides. */
  private boolean soft;

  private StatusAlgebra(List<Link> links, Setting setting) {
    this.links = links;
    this.setting = setting;
  }

  static EventStatus fold(List<Link> links, Setting setting) {
    return new StatusAlgebra(links, setting).run();
  }

  private EventStatus run() {
    for (Link link : links) {
      status = apply(link);
      soft = link.chunk() < 0 && link.subject() || soft && link.bare();
      clause |= !link.bare() && link.chunk() >= 0;
    }
    if (status == null) {
      status =
          not ? EventStatus.REFUSED : setting.future() ? EventStatus.PLANNED : EventStatus.OCCURRED;
    }
    return setting.question() ? asked(status) : status;
  }

  /** A question asserts nothing. */
  private static EventStatus asked(EventStatus status) {
    return switch (status) {
      case OCCURRED, PLANNED, OFFERED, REQUESTED, CANCELLED -> EventStatus.SPECULATED;
      default -> status;
    };
  }

  /** What a clause says of a contact in it. */
  private EventStatus base(Link link) {
    if (link.negated()) {
      return switch (link.modality()) {
        case WILL, CAN, SHOULD -> EventStatus.REFUSED;
        case WOULD -> EventStatus.REFUSED;
        case MAY -> EventStatus.SPECULATED;
        case NONE -> EventStatus.DENIED;
      };
    }
    return switch (link.modality()) {
      case WILL -> EventStatus.PLANNED;
      case WOULD ->
          setting.reported() && !setting.conditional() || setting.future()
              ? EventStatus.PLANNED
              : EventStatus.SPECULATED;
      case MAY, CAN -> EventStatus.SPECULATED;
      case SHOULD -> EventStatus.REQUESTED;
      case NONE ->
          switch (link.tense()) {
            case PAST, PERFECT, PAST_PERFECT, PARTICIPLE -> EventStatus.OCCURRED;
            default -> setting.future() ? EventStatus.PLANNED : EventStatus.OCCURRED;
          };
    };
  }

  /** Whether the clause that lies ahead is in the past: {@code before they met}. */
  private boolean told(Link ahead) {
    int i = links.indexOf(ahead);
    return i > 0 && links.get(i - 1).tense() == Tense.PAST;
  }

  private static boolean existential(Link link) {
    return link.lemma().equals("be") || link.lemma().equals("have");
  }

  private EventStatus presupposed(Link link) {
    if (link.negated()) {
      return base(link);
    }
    return switch (link.modality()) {
      case MAY, CAN, WOULD, SHOULD -> EventStatus.SPECULATED;
      case WILL -> EventStatus.PLANNED;
      default -> setting.future() ? EventStatus.PLANNED : EventStatus.OCCURRED;
    };
  }

  /** {@code after talks}, {@code in talks}: they were, unless what happens in them lies ahead. */
  private EventStatus behind(Link link) {
    return switch (link.modality()) {
      case WILL, WOULD -> base(link); // "said he would raise it in talks with"
      default -> setting.future() ? EventStatus.PLANNED : EventStatus.OCCURRED;
    };
  }

  private @Nullable EventStatus apply(Link link) {
    EventStatus inner = status;
    return switch (link.operator()) {
      case ACT, KEEP -> act(link, inner);
      case RESCHEDULE -> link.negated() ? EventStatus.DENIED : EventStatus.PLANNED;
      case WORTH -> link.negated() ? EventStatus.REFUSED : EventStatus.SPECULATED;
      case END -> link.subject() ? act(link, inner) : cancel(link, inner);
      case PLAN -> plan(link, inner);
      case OFFER -> offer(link, inner);
      case REQUEST -> request(link, inner);
      case REFUSE -> refuse(link, inner);
      case DENY -> link.negated() ? EventStatus.SPECULATED : EventStatus.DENIED;
      case DISAVOW ->
          report || clause || inner == EventStatus.SPECULATED
              ? EventStatus.DENIED
              : EventStatus.REFUSED;
      case UNTRUE -> link.negated() ? inner : EventStatus.DENIED;
      case TRUE -> link.negated() ? EventStatus.DENIED : inner;
      case CANCEL -> cancel(link, inner);
      case CANCELLED -> link.negated() ? EventStatus.PLANNED : EventStatus.CANCELLED;
      case THREATEN ->
          not || inner == EventStatus.CANCELLED || inner == EventStatus.REFUSED
              ? EventStatus.THREATENED_TO_HALT
              : inner;
      case SPECULATE -> speculate(link, inner);
      case HOPE, DOUBT, WITHHOLD, WISH ->
          inner == EventStatus.DENIED || inner == EventStatus.REFUSED
              ? inner
              : EventStatus.SPECULATED;
      case HEDGE ->
          inner == null || inner == EventStatus.OCCURRED || inner == EventStatus.PLANNED
              ? EventStatus.SPECULATED
              : inner;
      case FAIL -> link.negated() ? EventStatus.OCCURRED : EventStatus.DENIED;
      case REPORT -> report(link, inner);
      case REPORTNOUN -> {
        report = true;
        yield link.negated() ? EventStatus.DENIED : inner;
      }
      case DISCUSS -> inner == null ? EventStatus.SPECULATED : inner;
      case PRESUPPOSE ->
          link.negated() && link.chunk() >= 0 && existential(link) && inner != EventStatus.REFUSED
              ? EventStatus.DENIED
              : inner != null ? inner : link.bare() ? null : presupposed(link);
      case EVALUATE -> inner == null ? presupposed(link) : inner;
      case AHEAD ->
          inner == null || inner == EventStatus.OCCURRED && !told(link)
              ? EventStatus.PLANNED
              : inner;
      case BEHIND -> inner != null ? inner : behind(link);
      case CONDITION ->
          inner == EventStatus.OFFERED
                  || inner == EventStatus.REQUESTED
                  || inner == EventStatus.CANCELLED
                  || inner == EventStatus.REFUSED
              ? inner
              : EventStatus.SPECULATED;
      case NONE, TOPIC -> inner;
    };
  }

  private @Nullable EventStatus act(Link link, @Nullable EventStatus inner) {
    if (link.bare()) {
      not ^= link.negated();
      return inner;
    }
    if (clause && inner != null) {
      return inner;
    }
    if (inner != null && !soft && !reportedPlan(inner, link)) {
      return link.negated() ? EventStatus.DENIED : inner;
    }
    if (inner == EventStatus.SPECULATED && base(link) != EventStatus.OCCURRED) {
      return base(link) == EventStatus.DENIED ? EventStatus.DENIED : inner;
    }
    if (not && inner == null) {
      return EventStatus.REFUSED;
    }
    if (inner == EventStatus.DENIED || inner == EventStatus.REFUSED) {
      return inner;
    }
    return base(link);
  }

  /** {@code has plans for}: what the noun says holds, unless the verb itself is not certain. */
  private static boolean reportedPlan(EventStatus inner, Link link) {
    return inner == EventStatus.PLANNED && link.weak();
  }

  private EventStatus plan(Link link, @Nullable EventStatus inner) {
    if (inner == EventStatus.OFFERED && lexiconAccepts(link.lemma()) && !link.negated()) {
      return EventStatus.PLANNED;
    }
    if (inner != null && clause && inner != EventStatus.PLANNED
        || inner == EventStatus.REFUSED
        || inner == EventStatus.OFFERED
        || inner == EventStatus.REQUESTED
        || inner == EventStatus.DENIED) {
      return inner;
    }
    if (inner == EventStatus.SPECULATED && !soft) {
      return inner;
    }
    if (inner == EventStatus.CANCELLED) {
      return link.modality() == Modality.NONE && link.lemma().equals("announce")
          ? EventStatus.CANCELLED
          : EventStatus.THREATENED_TO_HALT;
    }
    if (not) {
      return EventStatus.REFUSED;
    }
    if (link.negated()) {
      return link.modality() == Modality.NONE
              && !link.lemma().startsWith("a")
              && !link.lemma().startsWith("inten")
          ? EventStatus.DENIED
          : EventStatus.REFUSED;
    }
    return link.weak() ? EventStatus.SPECULATED : EventStatus.PLANNED;
  }

  private static boolean lexiconAccepts(String lemma) {
    return lemma.equals("accept") || lemma.equals("agree") || lemma.equals("approve");
  }

  private EventStatus offer(Link link, @Nullable EventStatus inner) {
    if (inner == EventStatus.CANCELLED) {
      return EventStatus.THREATENED_TO_HALT;
    }
    if (inner != null
        && clause
        && inner != EventStatus.PLANNED
        && inner != EventStatus.SPECULATED) {
      return inner;
    }
    if (link.negated() && link.chunk() < 0 && NOTHING_CAME.contains(link.lemma())) {
      return EventStatus.DENIED; // "has received no proposals for a summit"
    }
    if (link.negated() ^ not) {
      return EventStatus.REFUSED;
    }
    if (link.modality() == Modality.SHOULD) {
      return EventStatus.REQUESTED; // "must be ready to talk"
    }
    return link.modality() == Modality.MAY ? EventStatus.SPECULATED : EventStatus.OFFERED;
  }

  private EventStatus request(Link link, @Nullable EventStatus inner) {
    if (inner == EventStatus.CANCELLED || inner == EventStatus.REFUSED || not) {
      return EventStatus.SPECULATED;
    }
    if (inner == EventStatus.OFFERED && link.bare()) {
      return inner;
    }
    if (inner != null && clause && inner != EventStatus.PLANNED && link.asserts()) {
      return inner;
    }
    if (link.negated()) {
      return EventStatus.DENIED;
    }
    return link.modality() == Modality.MAY ? EventStatus.SPECULATED : EventStatus.REQUESTED;
  }

  private EventStatus refuse(Link link, @Nullable EventStatus inner) {
    boolean excludes = link.lemma().equals("rule") || link.lemma().equals("exclude");
    if (link.negated() && excludes) {
      return EventStatus.SPECULATED; // "does not rule out that they meet"
    }
    if (report || link.asserts() && clause) {
      return EventStatus.DENIED;
    }
    if (inner == EventStatus.CANCELLED) {
      return EventStatus.PLANNED;
    }
    if (link.negated()) {
      return EventStatus.OFFERED;
    }
    return link.weak() ? EventStatus.SPECULATED : EventStatus.REFUSED;
  }

  private @Nullable EventStatus cancel(Link link, @Nullable EventStatus inner) {
    if (inner == EventStatus.REFUSED && clause) {
      return inner;
    }
    if (report && !link.negated()) {
      return EventStatus.DENIED; // "withdrew its report that"
    }
    if (link.negated()) {
      return link.bare() ? EventStatus.OCCURRED : EventStatus.PLANNED;
    }
    if (setting.future() && link.lemma().matches("postpone|delay|defer|put|move|push")) {
      return EventStatus.PLANNED;
    }
    if (link.weak()
        || link.modality() == Modality.WOULD
        || setting.conditional()
            && (link.modality() == Modality.WILL || link.tense() == Tense.PRESENT)) {
      return EventStatus.THREATENED_TO_HALT;
    }
    return link.modality() == Modality.SHOULD ? EventStatus.SPECULATED : EventStatus.CANCELLED;
  }

  private EventStatus speculate(Link link, @Nullable EventStatus inner) {
    if (inner == EventStatus.CANCELLED) {
      return EventStatus.THREATENED_TO_HALT;
    }
    if (inner != null && clause && (inner == EventStatus.DENIED || inner == EventStatus.REFUSED)) {
      return inner;
    }
    return link.negated() ? EventStatus.DENIED : EventStatus.SPECULATED;
  }

  private @Nullable EventStatus report(Link link, @Nullable EventStatus inner) {
    if (inner != null) {
      return link.negated() && inner == EventStatus.OCCURRED && link.lemma().equals("confirm")
          ? EventStatus.SPECULATED
          : inner;
    }
    if (link.negated()) {
      return EventStatus.SPECULATED;
    }
    return link.bare() ? null : not ? EventStatus.REFUSED : presupposed(link);
  }
}
