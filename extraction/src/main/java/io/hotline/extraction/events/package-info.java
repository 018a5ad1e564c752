/**
 * Contacts between political parties: who called, met, visited, offered, refused or denied, and
 * what a report says of it.
 *
 * <p>The way of a sentence, a class a step:
 *
 * <ol>
 *   <li>{@link io.hotline.extraction.events.Lexicon}: the words, all data; a sentence without a
 *       trigger word is looked at no further
 *   <li>{@link io.hotline.extraction.events.Chunker}: noun groups, verb groups and the small words
 *       between them, from part-of-speech tags and mentions
 *   <li>{@link io.hotline.extraction.events.Clauses}: subjects, and what governs what
 *   <li>{@link io.hotline.extraction.events.Governors}: the chain of operators above a trigger
 *       ("has instructed his aides to arrange" above "a phone call"), innermost first
 *   <li>{@link io.hotline.extraction.events.StatusReader}: conditions, questions and answers around
 *       it; {@link io.hotline.extraction.events.StatusAlgebra} folds that chain to a status, by
 *       scope of negation, modality, condition and tense
 *   <li>{@link io.hotline.extraction.events.Arguments}: who stands where; {@link
 *       io.hotline.extraction.events.Context} adds who is understood, {@link
 *       io.hotline.extraction.events.OfficeHolders} whose {@code the president} is
 *   <li>{@link io.hotline.extraction.events.OpenParties}: the state of {@code his counterpart} and
 *       {@code the defense secretary}, by the {@link io.hotline.extraction.events.Protagonists} of
 *       the article
 *   <li>{@link io.hotline.extraction.events.ContactJudge}: how likely all that is, by the weight of
 *       the words; {@link io.hotline.extraction.events.SecondReader} reads what only it sees,
 *       between the {@link io.hotline.extraction.events.Sides} of the sentence
 *   <li>{@link io.hotline.extraction.events.Acceptance}: whether that is a contact at all
 *   <li>{@link io.hotline.extraction.events.Times}: when, against the day of publication
 *   <li>{@link io.hotline.extraction.events.Reporters}: the chain of attribution
 *   <li>{@link io.hotline.extraction.events.Retractions}: what a later sentence takes back
 *   <li>{@link io.hotline.extraction.events.EventMerger}: one event where several words tell of one
 * </ol>
 */
@NullMarked
package io.hotline.extraction.events;

import org.jspecify.annotations.NullMarked;
