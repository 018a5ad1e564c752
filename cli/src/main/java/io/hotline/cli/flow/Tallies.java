package io.hotline.cli.flow;

import io.hotline.schemas.record.Tally;
import java.util.Collection;

/**
 * What became of the items: each is enriched, a repeat or a dead letter.
 *
 * @param items records of the items topic that were read
 * @param enriched those that came out with facts, or with the word that there are none
 * @param repeats those that had been seen before with the same content
 * @param deadLetters those that could not be processed
 */
public record Tallies(long items, long enriched, long repeats, long deadLetters) {

  /** The sum over all partitions. */
  public static Tallies sum(Collection<Tally> tallies) {
    return new Tallies(
        tallies.stream().mapToLong(Tally::getItems).sum(),
        tallies.stream().mapToLong(Tally::getEnriched).sum(),
        tallies.stream().mapToLong(Tally::getRepeats).sum(),
        tallies.stream().mapToLong(Tally::getDeadLetters).sum());
  }

  /** What was added since {@code earlier}. */
  public Tallies since(Tallies earlier) {
    return new Tallies(
        items - earlier.items,
        enriched - earlier.enriched,
        repeats - earlier.repeats,
        deadLetters - earlier.deadLetters);
  }

  /** Whether every item is accounted for. */
  public boolean balanced() {
    return items == enriched + repeats + deadLetters;
  }

  /** {@code 19,042 items = 19,042 enriched + 0 repeats + 0 dead letters}. */
  @Override
  public String toString() {
    return "%,d items %s %,d enriched + %,d repeats + %,d dead letters"
        .formatted(items, balanced() ? "=" : "\u2260", enriched, repeats, deadLetters);
  }
}
