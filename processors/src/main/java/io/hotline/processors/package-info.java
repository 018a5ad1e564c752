/**
 * The three topologies, each an application of its own:
 *
 * <ol>
 *   <li>{@link io.hotline.processors.EnrichmentTopology}: items to enriched items, each content
 *       once
 *   <li>{@link io.hotline.processors.SignalsTopology}: enriched items and rules to signals
 *   <li>{@link io.hotline.processors.AlertsTopology}: signals to stories and alerts
 * </ol>
 *
 * <p>Start there: a topology is one page of names and arrows. Its processors are the classes of the
 * same verb and noun; what they decide is in pure functions: {@code ItemContent}, {@code
 * FactsMapping}, {@code ItemSignals}, and the packages {@code rules} and {@code stories}. The
 * generated records of {@code io.hotline.schemas.record} are the vocabulary of this module; the
 * extraction's own records end in {@code FactsMapping}, Kafka's types in the processors.
 *
 * <p>Every record takes one {@code Outcome} through a topology, so that what goes in comes out: as
 * a result, a repeat, or a dead letter. Faults of the platform are exceptions; {@link
 * io.hotline.processors.TopologyRunner} meets them. {@link io.hotline.processors.Processors} starts
 * everything, {@link io.hotline.processors.RuleAdmin} and {@link io.hotline.processors.HouseTopics}
 * prepare the ground.
 *
 * <p>No processor reads a clock. A punctuator may decide when something is emitted, never what.
 */
@NullMarked
package io.hotline.processors;

import org.jspecify.annotations.NullMarked;
