/**
 * Topic rules: what a subscriber wants to hear of.
 *
 * <p>{@link io.hotline.processors.rules.Rules#parse} reads the author's YAML and answers with a
 * rule or with everything that is wrong with it, at its line and column. {@link
 * io.hotline.processors.rules.CompiledRule} is a rule ready to be asked about an event, clause by
 * clause. {@link io.hotline.processors.rules.RuleIndex} finds the few rules of many that an event
 * could concern. {@link io.hotline.processors.RuleAdmin} publishes and lists rules.
 *
 * <p>What a clause means:
 *
 * <ul>
 *   <li>Parties are participants, never third parties. A country code means that state alone:
 *       {@code RUS} is not {@code SUN}, so a rule about the years before 1991-12-26 names {@code
 *       SUN}. A group means its members and itself. {@code foreign minister of RUS} is whoever has
 *       that role for one of them, as the who's-who calls the role.
 *   <li>{@code between}: each of its terms is a participant of its own.
 *   <li>{@code anyOf} with {@code withAny}: one participant of each, not the same.
 *   <li>{@code HISTORICAL_BACKGROUND} is no news: it matches only a rule whose {@code status} lists
 *       it.
 *   <li>{@code quotedBy}: the event's sentence stands in words that one of these said. {@code
 *       quote: {by, contains}}: and these words match a query, asked of that quote alone.
 *   <li>{@code sources}: the outlet that published the item, by its whole name.
 *   <li>{@code query}: the item matches, whatever the event. {@code Queries} says what a query may
 *       cost; that is decided when the rule is read, never by a clock.
 *   <li>A rule fires for an event only if all of its clauses hold for that event.
 * </ul>
 */
@NullMarked
package io.hotline.processors.rules;

import org.jspecify.annotations.NullMarked;
