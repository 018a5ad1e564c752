package io.hotline.extraction.entities;

/**
 * The time somebody holds an office.
 *
 * @param country code of the state or organization served
 * @param office kind of office: {@code FOREIGN_MINISTER}
 * @param title the office as it is called there, in lower case: {@code secretary of state}
 * @param role the role it is
 * @param rank 0 for the highest kind of office; who holds two is known by the lower number
 */
public record Tenure(
    Person person, String country, String office, String title, Role role, Term term, int rank) {

  @Override
  public String toString() {
    return person.name() + ", " + country + " " + title + " " + term;
  }
}
