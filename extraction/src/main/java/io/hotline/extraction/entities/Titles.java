package io.hotline.extraction.entities;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether persons of the article are called by a title. */
final class Titles {

  private final Draft draft;

  Titles(Draft draft) {
    this.draft = draft;
  }

  /** Whether a person of the article is called by the role. */
  boolean isCalled(Cluster cluster, Role role, Nominals.Phrase phrase) {
    String own = cluster.role;
    if (!cluster.isPerson() || own == null) {
      return false;
    }
    boolean former = own.startsWith("former ");
    if (phrase.former != former && phrase.former) {
      return false;
    }
    String title = former ? own.substring(7) : own;
    if (title.equals(phrase.title) || title.equals(role.name())) {
      return true;
    }
    if (role.name().equals("leader")) {
      return isLeader(cluster, title);
    }
    if (isGeneral(role)) {
      return title.endsWith(" " + phrase.title)
          || role.office().isEmpty() && "GOV".equals(cluster.sector);
    }
    Tenure tenure = office(cluster);
    return tenure != null
            && (tenure.role().name().equals(role.name()) || WhosWho.isHeadOf(role, tenure))
        || title.endsWith(" " + phrase.title);
  }

  /** A word for many offices: {@code minister}, {@code official}, {@code diplomat}. */
  private static boolean isGeneral(Role role) {
    return role.office().isEmpty() || role.office().equals("MINISTER");
  }

  private @Nullable Tenure office(Cluster cluster) {
    Person person = cluster.person();
    LocalDate day = draft.day();
    return person == null || day == null ? null : person.officeAt(day);
  }

  private boolean isLeader(Cluster cluster, String title) {
    Tenure tenure = office(cluster);
    return tenure != null && tenure.rank() < 5
        || title.equals("president")
        || title.equals("prime minister")
        || title.equals("chancellor")
        || title.contains("leader");
  }
}
