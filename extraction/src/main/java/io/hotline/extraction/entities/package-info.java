/**
 * Who and what an article is about: mentions of persons, organizations and places, grouped to
 * entities and linked to the who's-who.
 *
 * <p>The way through the package:
 *
 * <ol>
 *   <li>{@link io.hotline.extraction.entities.WhosWho} holds the facts (tables under {@code en/}):
 *       states with the time they existed, their organs, who held which office when.
 *   <li>{@code Vocabulary} gives each token a number without making a string of it; {@code
 *       Gazetteer} finds the names, roles and nouns of the tables in those numbers.
 *   <li>{@code Names} decides which stretches are names, {@code Linker} whom they name, {@code
 *       Nominals} what {@code the Russian president} and {@code both leaders} refer to, {@code
 *       Pronouns} what {@code he} does.
 *   <li>{@link io.hotline.extraction.entities.EntityAnnotator} does one after the other; the answer
 *       is an {@link io.hotline.extraction.entities.EntityLayer}.
 * </ol>
 *
 * <p>Two conventions to know. An adjective of nationality ({@code Russian}) is no mention: it is an
 * {@link io.hotline.extraction.entities.CountryWord}. A mention of several ({@code both leaders},
 * {@code they}) refers to an entity that is a group, whose members {@link
 * io.hotline.extraction.entities.EntityLayer#members} gives.
 */
@NullMarked
package io.hotline.extraction.entities;

import org.jspecify.annotations.NullMarked;
