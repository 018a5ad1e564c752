package io.hotline.extraction.entities;

import io.hotline.extraction.MentionForm;
import io.hotline.extraction.MentionType;
import io.hotline.extraction.text.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resolves pronouns by salience: how near a candidate was last mentioned, whether as a subject, how
 * often, and whether it is the one who is speaking. After Lappin and Leass (1994), with weights for
 * news.
 */
final class Pronouns {

  /** How many mentions back an antecedent is looked for. */
  private static final int MEMORY = 40;

  private final Draft draft;
  private final Words words;
  private final Linker linker;
  private final Speech speech;

  /** Mentions before the pronoun at hand, in order; pronouns join as they are resolved. */
  private final List<Ref> before = new ArrayList<>();

  private final List<Ref> found = new ArrayList<>();

  private @Nullable Cluster speaker;

  private Pronouns(Draft draft, Linker linker) {
    this.draft = draft;
    this.words = draft.words();
    this.linker = linker;
    this.speech = Speech.of(draft);
  }

  /** Adds the pronouns of a draft whose names and nominals are done. */
  static void find(Draft draft, Linker linker) {
    new Pronouns(draft, linker).run();
  }

  private void run() {
    List<Ref> others = new ArrayList<>(draft.refs());
    others.sort(Comparator.comparingInt((Ref ref) -> ref.from).thenComparingInt(ref -> ref.to));
    int next = 0;
    for (int t = 0; t < words.count(); t++) {
      while (next < others.size() && others.get(next).from < t) {
        remember(others.get(next++));
      }
      if (words.is(t, Trait.PRONOUN) && !isName(t, others, next)) {
        pronoun(t, others, next);
      }
    }
    draft.refs().addAll(found);
  }

  private void remember(Ref ref) {
    if (ref.cluster != null) {
      before.add(ref);
      if (ref.cluster.isPerson() && !speech.isQuoted(ref.from) && speaks(ref)) {
        speaker = ref.cluster;
      }
    }
  }

  private boolean speaks(Ref ref) {
    return words.is(ref.to, Trait.SAY)
        || words.is(ref.from - 1, Trait.SAY) && isSubject(ref)
        || isAccordingTo(ref);
  }

  private boolean isAccordingTo(Ref ref) {
    return ref.from > 1
        && words.is(ref.from - 1, Trait.OF)
        && draft.text(ref.from - 2, ref.from - 1).equalsIgnoreCase("according");
  }

  /** {@code US}, and a pronoun inside a name. */
  private boolean isName(int t, List<Ref> others, int next) {
    Ref last = before.isEmpty() ? null : before.get(before.size() - 1);
    Ref here = next < others.size() ? others.get(next) : null;
    return here != null && here.isName() && here.from == t
        || last != null && last.isName() && last.to > t
        || words.is(t, Trait.WE) && words.isAllCapitals(t);
  }

  private void pronoun(int t, List<Ref> others, int next) {
    Cluster cluster = null;
    if (words.is(t, Trait.HE)) {
      cluster = person(t, Sex.MALE, others, next);
    } else if (words.is(t, Trait.SHE)) {
      cluster = person(t, Sex.FEMALE, others, next);
    } else if (words.is(t, Trait.IT)) {
      cluster = thing(t);
    } else if (words.is(t, Trait.THEY)) {
      cluster = several(t);
    }
    boolean speaking = words.is(t, Trait.SELF | Trait.WE);
    if (cluster == null && !speaking) {
      return;
    }
    Ref ref =
        new Ref(
            t,
            t + 1,
            draft.sentenceOf(t),
            cluster == null ? MentionType.PERSON : cluster.type,
            MentionForm.PRONOUN);
    if (cluster != null) {
      cluster.add(ref);
      remember(ref);
    }
    found.add(ref);
  }

  /** Whether a mention is the subject of its clause, as far as its neighbours tell. */
  private boolean isSubject(Ref ref) {
    int previous = ref.from - 1;
    if (draft.in(previous, ref.sentence)) {
      Tag tag = draft.tags().tag(previous);
      if (tag == Tag.IN || tag == Tag.TO || words.is(previous, Trait.OF)) {
        return isAccordingTo(ref);
      }
    }
    int t = ref.to;
    if (draft.begins(ref.from, ref.sentence) && draft.in(t, ref.sentence)) {
      return !draft.isPossessive(t);
    }
    while (draft.in(t, ref.sentence) && draft.tags().tag(t) == Tag.RB) {
      t++;
    }
    return draft.in(t, ref.sentence)
        && !draft.isPossessive(t)
        && (words.is(t, Trait.VERB)
            || draft.tags().tag(t).isVerb()
            || draft.tags().tag(t) == Tag.MD
            || draft.is(t, ','));
  }

  private @Nullable Cluster person(int t, Sex sex, List<Ref> others, int next) {
    int sentence = draft.sentenceOf(t);
    boolean quoted = speech.isQuoted(t);
    boolean says = words.is(t + 1, Trait.SAY) || words.is(t + 2, Trait.SAY);
    Cluster best = null;
    double bestScore = 0.5;
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - MEMORY); i--) {
      Ref ref = before.get(i);
      Cluster cluster = ref.cluster;
      if (cluster == null || !cluster.isPerson() || !cluster.sex.agreesWith(sex)) {
        continue;
      }
      int distance = sentence - ref.sentence;
      if (distance > 8) {
        break;
      }
      double score = distance == 0 ? 5 : distance == 1 ? 4.2 : Math.max(0.6, 3.4 - 0.5 * distance);
      score += isSubject(ref) ? 2 : 0;
      score += ref.form == MentionForm.PRONOUN ? 0.4 : ref.form == MentionForm.NOMINAL ? -0.8 : 0;
      score += Math.min(5, cluster.refs.size()) * 0.15;
      score -= cluster.sex == Sex.UNKNOWN ? 1 : 0;
      score -= speech.isQuoted(ref.from) && !quoted ? 2.5 : 0;
      score += cluster == speaker ? quoted ? -3 : says ? 2.5 : 0.5 : 0;
      score -= isObjectOf(ref, t) ? 4 : 0;
      score -= isNamedSoon(cluster, t, sentence, others, next) ? 3.5 : 0;
      if (score > bestScore) {
        best = cluster;
        bestScore = score;
      }
    }
    return best == null ? ahead(t, sex, sentence, others, next) : best;
  }

  /** {@code Putin told him}: him is not Putin. */
  private boolean isObjectOf(Ref ref, int t) {
    if (ref.sentence != draft.sentenceOf(t) || t - ref.to > 4 || !isSubject(ref)) {
      return false;
    }
    char last = draft.document().text().charAt(draft.document().tokenEnd(t) - 1);
    return last == 'm' || last == 'M';
  }

  /** {@code He has not spoken to Putin}: he is not Putin. */
  private boolean isNamedSoon(Cluster cluster, int t, int sentence, List<Ref> others, int next) {
    for (int i = next; i < others.size() && others.get(i).sentence == sentence; i++) {
      Ref ref = others.get(i);
      if (ref.from - t > 10) {
        return false;
      }
      if (ref.cluster == cluster && ref.isName() && ref.from > t) {
        return true;
      }
    }
    return false;
  }

  /** {@code In his speech, Putin said}: nobody before fits, somebody in this sentence does. */
  private @Nullable Cluster ahead(int t, Sex sex, int sentence, List<Ref> others, int next) {
    for (int i = next; i < others.size() && others.get(i).sentence == sentence; i++) {
      Cluster cluster = others.get(i).cluster;
      if (cluster != null && cluster.isPerson() && cluster.sex.agreesWith(sex)) {
        return cluster;
      }
    }
    return null;
  }

  private @Nullable Cluster thing(int t) {
    int sentence = draft.sentenceOf(t);
    char last = draft.document().text().charAt(draft.document().tokenEnd(t) - 1);
    boolean possessive = last == 's' || last == 'S';
    if (!possessive && isEmptySubject(t)) {
      return null;
    }
    Cluster best = null;
    double bestScore = possessive ? 1 : 4.5;
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - 15); i--) {
      Ref ref = before.get(i);
      Cluster cluster = ref.cluster;
      if (cluster == null
          || cluster.isGroup()
          || cluster.type != MentionType.ORGANIZATION && cluster.type != MentionType.GPE) {
        continue;
      }
      int distance = sentence - ref.sentence;
      if (distance > 1) {
        break;
      }
      double score = distance == 0 ? 3 : 2.5;
      score += isSubject(ref) ? 2.5 : 0;
      score -= speech.isQuoted(ref.from) != speech.isQuoted(t) ? 1.5 : 0;
      if (score > bestScore) {
        best = cluster;
        bestScore = score;
      }
    }
    return best;
  }

  /** {@code it is noted that}, {@code it seems}. */
  private boolean isEmptySubject(int t) {
    for (int i = t + 1; i < Math.min(t + 5, words.count()); i++) {
      if (words.is(i, Trait.THAT)) {
        return true;
      }
    }
    return !words.is(t + 1, Trait.SAY | Trait.LINK) && !draft.tags().tag(next(t)).isFinite();
  }

  private int next(int t) {
    return Math.min(t + 1, words.count() - 1);
  }

  private @Nullable Cluster several(int t) {
    int sentence = draft.sentenceOf(t);
    for (int i = before.size() - 1; i >= Math.max(0, before.size() - 15); i--) {
      Ref ref = before.get(i);
      if (sentence - ref.sentence > 2) {
        return null;
      }
      if (ref.cluster != null && ref.cluster.isGroup()) {
        return ref.cluster;
      }
      Ref first = i == 0 ? null : before.get(i - 1);
      if (first != null && areJoined(first, ref)) {
        return linker.group(List.of(clusterOf(first), clusterOf(ref)));
      }
    }
    return null;
  }

  private static Cluster clusterOf(Ref ref) {
    Cluster cluster = ref.cluster;
    if (cluster == null) {
      throw new IllegalStateException("a remembered mention has no entity");
    }
    return cluster;
  }

  /** {@code Reagan and Gorbachev}. */
  private boolean areJoined(Ref a, Ref b) {
    int and = a.to;
    return a.cluster != b.cluster
        && clusterOf(a).isPerson() == clusterOf(b).isPerson()
        && !clusterOf(a).isGroup()
        && !clusterOf(b).isGroup()
        && a.sentence == b.sentence
        && b.from > and
        && b.from - and <= 6
        && draft.text(and, and + 1).equalsIgnoreCase("and");
  }
}
