package io.hotline.processors.rules;

import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Participant;
import java.util.Set;

/**
 * A party as a rule names it.
 *
 * @param word as written
 * @param meant the country codes, or the entity id, that it stands for
 */
record PartyTerm(String word, Set<String> meant) {

  PartyTerm {
    meant = Set.copyOf(meant);
  }

  boolean covers(Participant participant) {
    return meant.contains(participant.getCountry())
        || (participant.getEntity() != null && meant.contains(participant.getEntity()));
  }

  boolean covers(Entity entity) {
    return meant.contains(entity.getId())
        || (entity.getCountry() != null && meant.contains(entity.getCountry()));
  }
}
