package io.hotline.processors.rules;

import io.hotline.schemas.record.Entity;
import io.hotline.schemas.record.Participant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party as a rule names it.
 *
 * @param word as written
 * @param meant the country codes, or the entity id, that it stands for
 * @param role the role in lower case that the party must have; null for anybody
 */
record PartyTerm(String word, Set<String> meant, @Nullable String role) {

  PartyTerm {
    meant = Set.copyOf(meant);
  }

  boolean covers(Participant participant) {
    return (meant.contains(participant.getCountry())
            || (participant.getEntity() != null && meant.contains(participant.getEntity())))
        && (role == null || role.equalsIgnoreCase(participant.getRole()));
  }

  boolean covers(Entity entity) {
    return (meant.contains(entity.getId())
            || (entity.getCountry() != null && meant.contains(entity.getCountry())))
        && (role == null || role.equalsIgnoreCase(entity.getRole()));
  }
}
