package io.hotline.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who said what, reported by whom.
 *
 * @param span the content; a direct quote includes its marks
 * @param cue null where no words attribute it: a block quote, an interview; a floating quote has
 *     the cue of the quote it goes on with
 * @param via who reports it, outermost first
 * @param floating takes its speaker from the quote before it
 * @param block a whole paragraph without quotation marks
 */
public record Quote(
    Span span,
    QuoteKind kind,
    @Nullable Speaker speaker,
    @Nullable Cue cue,
    List<Speaker> via,
    boolean floating,
    boolean block) {

  public Quote {
    via = List.copyOf(via);
  }
}
