package io.hotline.extraction.entities;

import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import org.jspecify.annotations.Nullable;

/** A mention in the making. */
final class Ref {

  final int from;
  final int to;
  final int sentence;
  final MentionForm form;
  MentionType type;

  /** The phrase of the gazetteer it matched, in the sense chosen; null if none. */
  @Nullable Entry entry;

  @Nullable Cluster cluster;

  /** Told by the words around it: state served, office, sex. */
  @Nullable String country;

  @Nullable Role role;
  @Nullable String title;
  Sex sex = Sex.UNKNOWN;

  /** {@code former}: holds the office no more. */
  boolean former;

  /** {@code president-elect}: does not hold it yet. */
  boolean elect;

  boolean plural;

  Ref(int from, int to, int sentence, MentionType type, MentionForm form) {
    this.from = from;
    this.to = to;
    this.sentence = sentence;
    this.type = type;
    this.form = form;
  }

  int length() {
    return to - from;
  }

  boolean isName() {
    return form == MentionForm.NAME;
  }

  Profile profile() {
    if (cluster != null) {
      return new Profile(
          cluster.country, cluster.role, cluster.sector, cluster.speaksForState, cluster.isGroup());
    }
    Role known = role;
    boolean speaks = known != null && known.speaksForState() && !former && !elect;
    return new Profile(
        country,
        title,
        known == null ? null : known.sector().isEmpty() ? null : known.sector(),
        speaks && country != null,
        plural);
  }
}
