package io.hotline.extraction.entities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whom of the who's-who a name can mean, and who is known by the surname alone. */
final class Fame {

  /** Nobody returns to the news later than this after the last office, in years. */
  private static final int MEMORY = 45;

  private final Draft draft;
  private final Words words;
  private final Linker linker;

  Fame(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.linker = linker;
  }

  /** Somebody of this name can be who the who's-who means: the time and the role fit. */
  boolean isPlausible(Person person, Ref ref) {
    LocalDate day = draft.day();
    boolean fits = day == null;
    for (Tenure tenure : person.tenures()) {
      LocalDate end = tenure.term().to();
      if (day != null
          && tenure.term().begunBy(day.plusYears(2))
          && (end == null || end.plusYears(MEMORY).isAfter(day))) {
        fits = true;
      }
    }
    Role role = ref.role;
    return fits && (role == null || !isPrivate(role) || hasSector(person, role.sector()));
  }

  private static boolean isPrivate(Role role) {
    return role.sector().equals("CVL") || role.sector().equals("MED");
  }

  private static boolean hasSector(Person person, String sector) {
    return person.tenures().stream().anyMatch(t -> t.role().sector().equals(sector));
  }

  /** An office-holder who needs no first name: one whose role fits, or the head of a state. */
  @Nullable Person famous(Ref ref) {
    LocalDate day = draft.day();
    Person best = null;
    double bestScore = 1;
    for (Person person : draft.who().bySurname(words.number(ref.to - 1))) {
      if (!person.sex().agreesWith(ref.sex) || !isPlausible(person, ref)) {
        continue;
      }
      double score = day == null ? fame(person, ref) : fameAt(person, ref, day);
      if (score > bestScore) {
        best = person;
        bestScore = score;
      }
    }
    return best == null && day == null ? onlyLeader(ref) : best;
  }

  /** The only head of a state or government with the surname, where few others have it. */
  private @Nullable Person onlyLeader(Ref ref) {
    Person only = null;
    int others = 0;
    for (Person person : draft.who().bySurname(words.number(ref.to - 1))) {
      boolean leader = person.tenures().stream().anyMatch(tenure -> tenure.rank() < 2);
      if (leader && only != null) {
        return null;
      }
      only = leader ? person : only;
      others += leader ? 0 : 1;
    }
    return only != null && others < 3 && only.sex().agreesWith(ref.sex) ? only : null;
  }

  private double fame(Person person, Ref ref) {
    double best = 0;
    for (Tenure tenure : person.tenures()) {
      best = Math.max(best, fit(tenure, ref) + (tenure.rank() < 2 ? 0.5 : 0));
    }
    return best;
  }

  private double fameAt(Person person, Ref ref, LocalDate day) {
    double best = 0;
    for (Tenure tenure : person.tenures()) {
      if (tenure.term().mayContain(day)) {
        double rank = tenure.rank() < 6 ? 1.2 : tenure.rank() < 16 ? 0.6 : 0.2;
        best = Math.max(best, fit(tenure, ref) + rank + weight(tenure.country()));
      } else if (ref.former && tenure.term().endedBefore(day)) {
        best = Math.max(best, fit(tenure, ref));
      } else if (tenure.rank() < 2 && tenure.term().begunBy(day)) {
        best = Math.max(best, fit(tenure, ref) + weight(tenure.country()) * 0.8);
      }
    }
    return best;
  }

  private double fit(Tenure tenure, Ref ref) {
    double fit = 0;
    Role role = ref.role;
    if (role != null) {
      fit +=
          role.name().equals(tenure.role().name()) || role.office().equals(tenure.office())
              ? 1
              : -0.5;
    }
    String country = linker.stateCode(ref.country);
    if (country != null) {
      fit += country.equals(tenure.country()) ? 1 : -2;
    } else if (draft.clusters().stream().anyMatch(c -> tenure.country().equals(c.country))) {
      fit += 0.4;
    }
    return fit;
  }

  /** States whose office-holders go by their surname everywhere. */
  static double weight(String country) {
    return switch (country) {
      case "USA", "RUS", "SUN" -> 0.8;
      case "GBR", "FRA", "DEU", "CHN", "UKR", "ISR", "IRN", "JPN", "IND", "TUR" -> 0.4;
      default -> 0;
    };
  }
}
