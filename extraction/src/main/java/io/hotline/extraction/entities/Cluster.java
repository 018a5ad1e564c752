package io.hotline.extraction.entities;

import io.hotline.extraction.MentionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity in the making. */
final class Cluster {

  String id;
  String name;
  MentionType type;
  @Nullable String country;
  @Nullable String role;
  @Nullable String sector;
  boolean speaksForState;
  Sex sex = Sex.UNKNOWN;

  /** What the who's-who knows it as; null if nothing. */
  @Nullable Object target;

  /** Word numbers of the fullest name. */
  int[] words = {};

  final List<Ref> refs = new ArrayList<>();
  final List<Cluster> members = new ArrayList<>();

  Cluster(String id, String name, MentionType type) {
    this.id = id;
    this.name = name;
    this.type = type;
  }

  boolean isGroup() {
    return !members.isEmpty();
  }

  boolean isPerson() {
    return type == MentionType.PERSON && !isGroup();
  }

  /** A state, or an organ that acts for one. */
  boolean isState() {
    return target instanceof Country;
  }

  @Nullable Person person() {
    return target instanceof Person person ? person : null;
  }

  boolean isMedia() {
    return target instanceof Institution institution && institution.isMedia();
  }

  void add(Ref ref) {
    ref.cluster = this;
    refs.add(ref);
  }

  /** The sex that is known, or else that a mention tells. */
  Sex sexTold() {
    if (sex != Sex.UNKNOWN) {
      return sex;
    }
    for (Ref ref : refs) {
      if (ref.sex != Sex.UNKNOWN) {
        return ref.sex;
      }
    }
    return Sex.UNKNOWN;
  }
}
