package io.hotline.extraction.entities;

import io.hotline.extraction.Article;
import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.Span;
import io.hotline.extraction.tagging.TokenWords;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.Tags;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds who and what an article mentions. Immutable once made, and safe for use by any number of
 * threads.
 */
public final class EntityAnnotator {

  private final WhosWho who;
  private final NameTagger tagger;

  /** Links to this who's-who; loads the name tagger's model. */
  public EntityAnnotator(WhosWho who) {
    this(who, NameTagger.load());
  }

  public EntityAnnotator(WhosWho who, NameTagger tagger) {
    this.who = who;
    this.tagger = tagger;
  }

  /** The who's-who that entities are linked to. */
  public WhosWho whosWho() {
    return who;
  }

  /**
   * Finds mentions, groups them to entities and links these to the who's-who as of the day the
   * article was published. Takes time linear in the length of the text for all texts people write.
   */
  public EntityLayer annotate(Document document, Tags tags, Article article) {
    return annotate(document, tags, names(document), article);
  }

  /** The names the tagger finds in a document, in order of text. */
  public List<NameTagger.Name> names(Document document) {
    return tagger.names(document);
  }

  /** The names of a document whose words were read before. */
  public List<NameTagger.Name> names(Document document, TokenWords words) {
    return tagger.names(document, words);
  }

  /**
   * Annotates a document whose names were found before.
   *
   * @param found as {@link #names} gives them
   */
  public EntityLayer annotate(
      Document document, Tags tags, List<NameTagger.Name> found, Article article) {
    if (document.tokenCount() == 0) {
      return EntityLayer.empty();
    }
    Words words = Words.of(document, who.vocabulary());
    Scan scan = Scan.of(document, words, who.gazetteer());
    LocalDate day =
        article.published() == null
            ? null
            : article.published().atZone(ZoneOffset.UTC).toLocalDate();
    Draft draft = new Draft(document, tags, words, scan, who, day);
    Names.find(draft, found);
    Linker linker = Linker.link(draft);
    Nominals.find(draft, linker);
    Pronouns.find(draft, linker);
    return layer(draft, linker);
  }

  private static EntityLayer layer(Draft draft, Linker linker) {
    List<Ref> refs = draft.refs();
    refs.sort((a, b) -> a.from != b.from ? Integer.compare(a.from, b.from) : b.to - a.to);
    List<Mention> mentions = new ArrayList<>(refs.size());
    List<Profile> profiles = new ArrayList<>(refs.size());
    Map<Cluster, List<Integer>> indexes = new HashMap<>();
    for (Ref ref : refs) {
      Cluster cluster = ref.cluster;
      if (cluster != null) {
        indexes.computeIfAbsent(cluster, key -> new ArrayList<>()).add(mentions.size());
      }
      mentions.add(
          new Mention(
              span(draft.document(), ref.from, ref.to),
              ref.type,
              ref.form,
              cluster == null ? null : cluster.id));
      profiles.add(ref.profile());
    }
    List<Entity> entities = new ArrayList<>(indexes.size());
    Map<String, List<String>> members = new HashMap<>();
    for (Cluster cluster : List.copyOf(indexes.keySet())) {
      for (Cluster member : cluster.members) {
        indexes.putIfAbsent(member, List.of());
      }
    }
    draft.clusters().stream()
        .filter(indexes::containsKey)
        .sorted((a, b) -> Integer.compare(first(indexes, a), first(indexes, b)))
        .forEach(
            cluster -> {
              entities.add(entity(cluster, indexes.getOrDefault(cluster, List.of())));
              if (cluster.isGroup()) {
                members.put(cluster.id, cluster.members.stream().map(m -> m.id).toList());
              }
            });
    Map<String, Sex> sexes = new HashMap<>();
    for (Cluster cluster : indexes.keySet()) {
      if (cluster.sex != Sex.UNKNOWN) {
        sexes.put(cluster.id, cluster.sex);
      }
    }
    return new EntityLayer(
        mentions, profiles, entities, countryWords(draft, linker), members, sexes);
  }

  private static int first(Map<Cluster, List<Integer>> indexes, Cluster cluster) {
    List<Integer> mentions = indexes.getOrDefault(cluster, List.of());
    return mentions.isEmpty() ? Integer.MAX_VALUE : mentions.get(0);
  }

  private static Entity entity(Cluster cluster, List<Integer> mentions) {
    return new Entity(
        cluster.id,
        cluster.name,
        cluster.type,
        cluster.country,
        cluster.role,
        cluster.sector,
        cluster.speaksForState,
        mentions);
  }

  private static List<CountryWord> countryWords(Draft draft, Linker linker) {
    List<CountryWord> found = new ArrayList<>();
    for (Scan.Hit hit : draft.scan().countryWords) {
      String country = linker.stateCode(hit.entries().get(0).country());
      if (country != null) {
        found.add(new CountryWord(span(draft.document(), hit.from(), hit.to()), country));
      }
    }
    return found;
  }

  private static Span span(Document document, int from, int to) {
    return new Span(document.tokenStart(from), document.tokenEnd(to - 1));
  }
}
