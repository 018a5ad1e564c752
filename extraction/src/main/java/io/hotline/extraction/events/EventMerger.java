package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes one event of several mentions of it. */
final class EventMerger {

  private final Document document;

  EventMerger(Document document) {
    this.document = document;
  }

  /** The drafts without those that tell again what another one told. */
  List<Draft> merge(List<Draft> drafts) {
    List<Draft> out = new ArrayList<>();
    for (Draft draft : drafts) {
      int known = find(out, draft);
      if (known < 0) {
        out.add(draft);
      } else {
        Draft first = out.get(known);
        boolean headline =
            document.isHeadline(first.sentence()) && !document.isHeadline(draft.sentence());
        boolean fuller = draft.cast().all().size() > 1 && first.cast().all().size() == 1;
        out.set(known, headline || fuller ? draft.enrichedBy(first) : first.enrichedBy(draft));
      }
    }
    return out;
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
    boolean times =
        a.time() == null
            || b.time() == null
            || Objects.equals(a.time().from(), b.time().from())
            || a.time().from().isBefore(b.time().to()) && b.time().from().isBefore(a.time().to());
    if (a.status() == b.status()) {
      return modes && times || a.sentence() == b.sentence() && times;
    }
    return a.sentence() == b.sentence() && modes && weaker(a, b);
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
