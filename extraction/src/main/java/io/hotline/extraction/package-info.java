/**
 * Text to facts: the face of the extraction.
 *
 * <p>{@link io.hotline.extraction.Extractor#extract} is one pure call: an {@link
 * io.hotline.extraction.Article} in, an {@link io.hotline.extraction.Extraction} out. It reads no
 * clock, does no I/O once loaded, and gives the same answer for the same article for ever; whatever
 * could change the answer is named in {@link io.hotline.extraction.Extraction#extractorVersion}.
 *
 * <p>The way of an article, a package a step:
 *
 * <ol>
 *   <li>{@code text}: paragraphs, sentences and tokens with exact offsets, and the language
 *   <li>{@code entities}: mentions of persons, organizations and places, grouped to entities and
 *       linked to the who's-who
 *   <li>{@code quotes}: who said what, reported by whom
 *   <li>{@code events}: contacts between states, with mode, status, parties and time
 * </ol>
 *
 * <p>Every offset in this package counts UTF-16 code units into {@link
 * io.hotline.extraction.Article#text}.
 */
@NullMarked
package io.hotline.extraction;

import org.jspecify.annotations.NullMarked;
