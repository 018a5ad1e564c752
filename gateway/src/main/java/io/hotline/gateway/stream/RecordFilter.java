package io.hotline.gateway.stream;

import io.hotline.gateway.log.Facets;
import io.hotline.gateway.log.LogEntry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which records of a topic a listener wants. An empty set wants all. Case does not matter.
 *
 * <p>What takes back what was told (a retracted signal, a withdrawn alert) is chosen as that was.
 * What has no facets, such as an acknowledgement or a record that cannot be read, always passes.
 *
 * @param statuses any of these
 * @param modes any of these
 * @param countries all of these take part
 * @param speakers any of these speaks: an entity's id, or whole words of a name
 * @param sources any of these published it
 * @param minConfidence at least; a record that has no confidence passes
 */
public record RecordFilter(
    Set<String> statuses,
    Set<String> modes,
    Set<String> countries,
    Set<String> speakers,
    Set<String> sources,
    double minConfidence) {

  /** Wants everything. */
  public static final RecordFilter ALL =
      new RecordFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0);

  public RecordFilter {
    statuses = folded(statuses);
    modes = folded(modes);
    countries = folded(countries);
    speakers = folded(speakers);
    sources = folded(sources);
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException(
          "minConfidence '" + minConfidence + "': expected a number from 0 to 1");
    }
  }

  /** Reads lists whose members are separated by commas, as addresses have them. */
  public static Set<String> list(String text) {
    return List.of(text.split(",", -1)).stream()
        .map(String::strip)
        .filter(member -> !member.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a listener wants it. */
  public boolean wants(LogEntry entry) {
    Facets facets = entry.facets();
    return facets.equals(Facets.NONE)
        || (anyOf(statuses, facets.statuses())
            && anyOf(modes, facets.modes())
            && folded(facets.countries()).containsAll(countries)
            && anyOf(sources, facets.sources())
            && (speakers.isEmpty() || speakers.stream().anyMatch(name -> speaks(name, facets)))
            && !(facets.confidence() < minConfidence));
  }

  private static boolean anyOf(Set<String> wanted, Set<String> present) {
    return wanted.isEmpty() || folded(present).stream().anyMatch(wanted::contains);
  }

  private static boolean speaks(String name, Facets facets) {
    String words = " " + name + " ";
    return facets.speakers().stream()
        .anyMatch(speaker -> (" " + speaker.toLowerCase(Locale.ROOT) + " ").contains(words));
  }

  private static Set<String> folded(Collection<String> words) {
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
