package io.hotline.extraction.entities;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody the who's-who knows, with the offices held. Immutable once the who's-who is loaded. */
public final class Person {

  private final String id;
  private final String name;
  private final List<String> aliases = new ArrayList<>();
  private final List<Tenure> tenures = new ArrayList<>();
  private Sex sex;

  Person(String id, String name, Sex sex) {
    this.id = id;
    this.name = name;
    this.sex = sex;
  }

  void alias(String alias) {
    if (!alias.equals(name) && !aliases.contains(alias)) {
      aliases.add(alias);
    }
  }

  void sex(Sex told) {
    if (told != Sex.UNKNOWN) {
      sex = told;
    }
  }

  void add(Tenure tenure) {
    tenures.removeIf(
        other ->
            other.country().equals(tenure.country())
                && other.title().equals(tenure.title())
                && other.term().from() != null
                && other.term().from().equals(tenure.term().from()));
    tenures.add(tenure);
  }

  /** {@link io.hotline.extraction.Entity#id}. */
  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public List<String> aliases() {
    return List.copyOf(aliases);
  }

  public Sex sex() {
    return sex;
  }

  public List<Tenure> tenures() {
    return List.copyOf(tenures);
  }

  /** The highest office held on the day; null if none is known. */
  public @Nullable Tenure officeAt(LocalDate day) {
    Tenure best = null;
    for (Tenure tenure : tenures) {
      if (tenure.term().mayContain(day) && (best == null || tenure.rank() < best.rank())) {
        best = tenure;
      }
    }
    return best;
  }

  /** The office that ended last before the day; null if none did. */
  public @Nullable Tenure lastOfficeBefore(LocalDate day) {
    Tenure last = null;
    for (Tenure tenure : tenures) {
      LocalDate end = tenure.term().to();
      if (end != null && tenure.term().endedBefore(day)) {
        LocalDate best = last == null ? null : last.term().to();
        if (best == null || end.isAfter(best)) {
          last = tenure;
        }
      }
    }
    return last;
  }

  @Override
  public String toString() {
    return name + " (" + id + ")";
  }
}
