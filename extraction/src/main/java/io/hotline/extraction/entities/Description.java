package io.hotline.extraction.entities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What persons are: their office, country and sex, from the who's-who and from the text. */
final class Description {

  private final Draft draft;
  private final Linker linker;

  Description(Draft draft, Linker linker) {
    this.draft = draft;
    this.linker = linker;
  }

  /** Says what an entity is, from the who's-who and from what the text calls it. */
  void write(Cluster cluster) {
    Person person = cluster.person();
    Tenure tenure = person == null ? null : tenure(person, cluster);
    cluster.sex = cluster.sexTold();
    if (tenure != null && person != null) {
      LocalDate day = draft.day();
      boolean now = day == null || tenure.term().mayContain(day);
      cluster.country = tenure.country();
      cluster.role = now ? tenure.title() : "former " + tenure.title();
      cluster.sector = now ? tenure.role().sector() : "ELI";
      cluster.speaksForState = now && tenure.role().speaksForState() && !isElect(tenure);
      return;
    }
    if (person != null && draft.day() == null) {
      cluster.country = onlyCountry(person);
    }
    for (Ref ref : cluster.refs) {
      if (cluster.country == null) {
        cluster.country = linker.stateCode(ref.country);
      }
      Role role = ref.role;
      if (role != null && cluster.role == null) {
        cluster.role = ref.former ? "former " + ref.title : ref.title;
        cluster.sector = ref.former ? "ELI" : role.sector();
        cluster.speaksForState = role.speaksForState() && !ref.former && !ref.elect;
      }
    }
    cluster.speaksForState &= cluster.country != null;
  }

  private static @Nullable String onlyCountry(Person person) {
    String only = null;
    for (Tenure tenure : person.tenures()) {
      if (only != null && !only.equals(tenure.country())) {
        return null;
      }
      only = tenure.country();
    }
    return only;
  }

  private static boolean isElect(Tenure tenure) {
    return tenure.office().endsWith("_ELECT") || tenure.office().equals("DESIGNATE");
  }

  /** The office held on the day; of several, the one the text names. */
  private @Nullable Tenure tenure(Person person, Cluster cluster) {
    LocalDate day = draft.day();
    if (day == null) {
      for (Tenure tenure : person.tenures()) {
        if (called(tenure, cluster)) {
          return tenure;
        }
      }
      return null; // which office, nobody knows
    }
    Tenure best = null;
    for (Tenure tenure : person.tenures()) {
      if (tenure.term().mayContain(day)
          && (best == null
              || called(tenure, cluster) && !called(best, cluster)
              || tenure.rank() < best.rank() && called(tenure, cluster) == called(best, cluster))) {
        best = tenure;
      }
    }
    return best == null ? person.lastOfficeBefore(day) : best;
  }

  private static boolean called(Tenure tenure, Cluster cluster) {
    for (Ref ref : cluster.refs) {
      Role role = ref.role;
      if (role != null
          && ref.elect == isElect(tenure)
          && (tenure.title().equals(ref.title)
              || role.name().equals(tenure.role().name())
              || role.office().equals(tenure.office()) && !role.office().isEmpty())) {
        return true;
      }
    }
    return false;
  }
}
