package io.hotline.extraction.entities;

import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Links names of organizations and of places the who's-who does not know. */
final class Organizations {

  private final Draft draft;
  private final Words words;
  private final Linker linker;
  private final List<Cluster> unknown = new ArrayList<>();
  private final List<Ref> acronyms = new ArrayList<>();

  Organizations(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.linker = linker;
  }

  Cluster institution(Institution institution) {
    Cluster cluster = linker.cluster(id(institution), institution.name(), MentionType.ORGANIZATION);
    if (cluster.target == null) {
      cluster.target = institution;
      cluster.country = linker.stateCode(institution.country());
      cluster.sector = institution.sector();
      cluster.speaksForState =
          institution.speaksForState()
              && (draft.day() == null || !institution.term().endedBefore(draft.day()));
    }
    return cluster;
  }

  /** Organs of two states may share a name: {@code TASS}, {@code National Security Council}. */
  private static String id(Institution institution) {
    return institution.id();
  }

  void link(Ref ref) {
    String name = draft.text(ref.from, ref.to);
    Cluster cluster = known(ref, name);
    if (cluster == null) {
      cluster = linker.cluster(linker.freshId(prefix(ref.type) + Facts.slug(name)), name, ref.type);
      cluster.words = linker.numbers(ref);
      if (ref.type == MentionType.ORGANIZATION) {
        cluster.country = linker.stateCode(countryWithin(ref));
      }
      unknown.add(cluster);
    } else if (name.length() > cluster.name.length() && cluster.target == null) {
      cluster.name = name;
    }
    cluster.add(ref);
    acronymBehind(ref);
  }

  private static String prefix(MentionType type) {
    return type == MentionType.ORGANIZATION ? "org:" : "place:";
  }

  /** {@code Russian Finance Ministry} is Russian. */
  private @Nullable String countryWithin(Ref ref) {
    for (int t = ref.from; t < ref.to; t++) {
      Scan.Hit word = draft.scan().countryWordAt(t);
      if (word != null) {
        return word.entries().get(0).country();
      }
      Scan.Hit name = draft.scan().nameAt(t);
      if (name != null && name.of(Entry.Kind.COUNTRY) != null) {
        return Context.country(name);
      }
    }
    return null;
  }

  /** The same name, its short form, or the acronym the text gave it. */
  private @Nullable Cluster known(Ref ref, String name) {
    for (int i = unknown.size() - 1; i >= 0; i--) {
      Cluster cluster = unknown.get(i);
      if (cluster.name.equalsIgnoreCase(name)
          || cluster.type == ref.type && isShortFor(cluster, ref)) {
        return cluster;
      }
    }
    if (words.isAllCapitals(ref.from) && ref.length() == 1) {
      for (Ref acronym : acronyms) {
        if (acronym.cluster != null && draft.text(acronym.from, acronym.to).equals(name)) {
          return acronym.cluster;
        }
      }
    }
    return null;
  }

  private boolean isShortFor(Cluster cluster, Ref ref) {
    Ref full = cluster.refs.get(0);
    if (ref.type != MentionType.ORGANIZATION || ref.length() >= full.length()) {
      return false;
    }
    for (int i = 0; i < ref.length(); i++) {
      if (!draft
          .text(full.from + i, full.from + i + 1)
          .equals(draft.text(ref.from + i, ref.from + i + 1))) {
        return false;
      }
    }
    return true;
  }

  /** {@code Foreign Intelligence Service (SVR)} defines what SVR means. */
  void acronymBehind(Ref ref) {
    int t = ref.to + 1;
    if (ref.cluster == null
        || ref.length() < 2
        || !draft.is(ref.to, '(')
        || !words.isAllCapitals(t)
        || !draft.is(t + 1, ')')) {
      return;
    }
    Ref acronym = new Ref(t, t + 1, ref.sentence, MentionType.ORGANIZATION, MentionForm.NAME);
    acronym.cluster = ref.cluster;
    acronyms.add(acronym);
  }

  List<Ref> acronyms() {
    return acronyms;
  }
}
