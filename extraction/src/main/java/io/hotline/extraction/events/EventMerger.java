package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes one event of several mentions of it. */
final class EventMerger {

  /** How many sentences after a report its denial may stand. */
  private static final int DENIAL = 4;

  private EventMerger() {}

  /** The drafts without those that tell again what another one told. */
  static List<Draft> merge(List<Draft> drafts) {
    List<Draft> out = new ArrayList<>();
    for (Draft draft : drafts) {
      int denied = denied(out, draft);
      if (denied >= 0) {
        out.set(denied, out.get(denied).with(EventStatus.DENIED));
        continue;
      }
      int known = find(out, draft);
      if (known < 0) {
        out.add(draft);
      } else {
        Draft first = out.get(known);
        boolean headline = first.headline() && !draft.headline();
        boolean fuller = draft.cast().all().size() > 1 && first.cast().all().size() == 1;
        out.set(known, headline || fuller ? draft.enrichedBy(first) : first.enrichedBy(draft));
      }
    }
    return withoutHeadings(out);
  }

  /**
   * Drops what a heading tells and the body tells in full: {@code Putin set to talk to Trump} above
   * {@code Trump has told his aides to arrange a call}.
   */
  private static List<Draft> withoutHeadings(List<Draft> drafts) {
    List<Draft> out = new ArrayList<>(drafts);
    out.removeIf(
        heading ->
            heading.headline()
                && drafts.stream().anyMatch(body -> !body.headline() && toldBy(heading, body)));
    return out;
  }

  private static boolean toldBy(Draft heading, Draft body) {
    return body.countries().equals(heading.countries())
        && compatible(heading.mode(), body.mode())
        && times(heading, body)
        && (heading.status() == body.status()
            || prospective(heading.status()) && prospective(body.status()));
  }

  private static boolean prospective(EventStatus status) {
    return switch (status) {
      case PLANNED, OFFERED, REQUESTED, SPECULATED -> true;
      default -> false;
    };
  }

  private static boolean times(Draft a, Draft b) {
    return a.time() == null
        || b.time() == null
        || Objects.equals(a.time().from(), b.time().from())
        || a.time().from().isBefore(b.time().to()) && b.time().from().isBefore(a.time().to());
  }

  /** {@code The meeting never happened}: the report before it that this takes back; -1 if none. */
  private static int denied(List<Draft> out, Draft draft) {
    if (draft.status() != EventStatus.DENIED || !draft.anaphoric()) {
      return -1;
    }
    for (int i = out.size() - 1; i >= 0; i--) {
      Draft told = out.get(i);
      if (told.sentence() < draft.sentence()
          && draft.sentence() - told.sentence() <= DENIAL
          && told.countries().equals(draft.countries())
          && compatible(told.mode(), draft.mode())
          && (told.status() == EventStatus.OCCURRED || told.status() == EventStatus.SPECULATED)) {
        return i;
      }
    }
    return -1;
  }

  private static int find(List<Draft> out, Draft draft) {
    for (int i = out.size() - 1; i >= 0; i--) {
      if (same(out.get(i), draft)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(Draft a, Draft b) {
    if (!a.countries().equals(b.countries())) {
      return a.sentence() == b.sentence()
          && a.status() == b.status()
          && (a.cast().all().size() == 1 && b.countries().containsAll(a.countries())
              || b.cast().all().size() == 1 && a.countries().containsAll(b.countries()))
          && (a.trigger().strong() && b.trigger().strong());
    }
    boolean modes = compatible(a.mode(), b.mode());
    boolean times = times(a, b);
    if (a.mode() == b.mode() && times && arranged(a.status()) && arranged(b.status())) {
      return true; // "told his aides to arrange a call", "work on the call began weeks ago"
    }
    if (a.status() == b.status()) {
      return modes && times || a.sentence() == b.sentence() && times;
    }
    return a.sentence() == b.sentence() && modes && weaker(a, b);
  }

  private static boolean arranged(EventStatus status) {
    return status == EventStatus.PLANNED || status == EventStatus.REQUESTED;
  }

  /** Within one sentence, background beside the news of the same thing. */
  private static boolean weaker(Draft a, Draft b) {
    return b.anaphoric() && b.status() == EventStatus.OCCURRED
        || b.anaphoric() && b.status() == EventStatus.PLANNED && a.status() != EventStatus.OCCURRED;
  }

  private static boolean compatible(EventMode a, EventMode b) {
    return a == b || a == EventMode.OTHER || b == EventMode.OTHER || talks(a) && talks(b);
  }

  private static boolean talks(EventMode mode) {
    return mode == EventMode.STATEMENT_OF_READINESS
        || mode == EventMode.MEETING
        || mode == EventMode.NEGOTIATION
        || mode == EventMode.VISIT;
  }
}
