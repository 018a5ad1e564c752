package io.hotline.extraction.events;

import io.hotline.extraction.Span;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at a place where a party to an event may stand.
 *
 * @param from first token
 * @param to token after the last
 * @param country null if nobody knows
 * @param span the mention; null if the party is understood from elsewhere
 * @param entity id of the entity, null if it has none
 */
record Party(
    Kind kind,
    int from,
    int to,
    @Nullable String country,
    String name,
    @Nullable String role,
    @Nullable String sector,
    @Nullable String entity,
    @Nullable Span span,
    boolean understood) {

  enum Kind {
    /** A state, an organ of it, or an official in office. */
    STATE,
    /** A party, a movement, an international organization. */
    GROUP,
    /** A place: it stands for its state only where a party must stand. */
    PLACE,
    /** Political, but nobody knows of which state. */
    POLITICAL,
    /** {@code the two leaders}: who they are is said elsewhere. */
    PAIR,
    /** A name that nobody knows. */
    UNKNOWN,
    /** Nobody who acts for a state. */
    PRIVATE
  }

  /** A state that is known from elsewhere, for the tokens that mean it. */
  static Party state(String country, int from, int to) {
    return new Party(Kind.STATE, from, to, country, country, null, "GOV", country, null, true);
  }

  boolean political() {
    return kind != Kind.PRIVATE && kind != Kind.PAIR && kind != Kind.UNKNOWN;
  }

  /** A capital where a party stands means its state. */
  Party asState() {
    return kind == Kind.PLACE
        ? new Party(Kind.STATE, from, to, country, name, role, sector, entity, span, understood)
        : this;
  }

  /** This office, held by somebody whose name stands beside it. */
  Party named(Party holder) {
    return new Party(
        kind,
        holder.from,
        holder.to,
        country,
        holder.name,
        role,
        sector,
        holder.entity,
        holder.span,
        holder.understood);
  }

  /** The same office, of that state. */
  Party of(String state) {
    return new Party(Kind.STATE, from, to, state, name, role, sector, entity, span, true);
  }

  Party asUnderstood() {
    return new Party(kind, from, to, country, name, role, sector, entity, span, true);
  }

  /** Whether both are the same party, as far as one can tell. */
  boolean same(Party other) {
    if (entity != null && entity.equals(other.entity)) {
      return true;
    }
    if (from == other.from && name.equals(other.name)) {
      return Objects.equals(country, other.country);
    }
    return country != null
        && country.equals(other.country)
        && (name.equals(other.name) || kind == Kind.STATE && other.kind == Kind.STATE);
  }
}
