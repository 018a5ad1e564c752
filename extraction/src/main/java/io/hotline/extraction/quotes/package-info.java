/**
 * Who said what, reported by whom.
 *
 * <p>{@link io.hotline.extraction.quotes.QuoteExtractor#extract} is the way in. An article goes
 * through:
 *
 * <ol>
 *   <li>{@code QuotationMarks}: stretches between marks of any style
 *   <li>{@code Lattice}: the tokens, each stretch folded to one item, in units that a quote does
 *       not cross; {@code CueLexicon} finds the words that may attribute
 *   <li>{@code StretchChoice}: which stretches are quotes, which are parts of one, and which are
 *       titles, nicknames and scare quotes
 *   <li>{@code FrameChoice}: whether a cue word attributes, and on which side its content is;
 *       {@code ContentAfter}, {@code ContentEnd} and {@code ContentBefore}: where it begins and
 *       ends; {@code SourceChoice} and {@code WholePhrase}: which noun phrase is its source
 *   <li>what needs more than one sentence: floating quotes, block quotes, interviews, sign-offs,
 *       and the chain of reporting
 *   <li>{@code Speakers}, {@code Continuation} and {@code LaterMentions}: from the source's words
 *       to an entity
 * </ol>
 *
 * <p>The choices are log-linear models over features of tags, closed-class words and cue words. The
 * candidates they choose from come by rule, so that a model can only pick a sound one. What is
 * particular to English is data in the folder {@code en}.
 */
@NullMarked
package io.hotline.extraction.quotes;

import org.jspecify.annotations.NullMarked;
