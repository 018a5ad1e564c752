package io.hotline.extraction.training;

import io.hotline.extraction.tagging.Clusters;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the teacher's Brown clusters as the compact table of {@link Clusters}. */
final class BuildClusters {

  private static final String LEXICON = "en-brown-clusters-simplified-lowercase.xz";

  private BuildClusters() {}

  /** Argument: the file to write. */
  public static void main(String[] args) throws IOException {
    Map<String, TreeSet<Integer>> members = new TreeMap<>();
    Map<String, Collection<String>> paths = TeacherLexicon.read(LEXICON);
    paths.forEach(
        (word, prefixes) -> {
          String path =
              prefixes.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
          members
              .computeIfAbsent(path, p -> new TreeSet<>(Integer::compareUnsigned))
              .add(Clusters.neighbourKey(word));
        });
    List<String> clusters = new ArrayList<>(members.keySet());
    int words = members.values().stream().mapToInt(TreeSet::size).sum();
    int[] codes = clusters.stream().mapToInt(path -> Integer.parseInt(path, 2)).toArray();
    byte[] lengths = new byte[codes.length];
    for (int c = 0; c < lengths.length; c++) {
      lengths[c] = (byte) clusters.get(c).length();
    }
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[0]))) {
      Clusters.write(out, codes, lengths, members.values());
    }
    System.out.println(clusters.size() + " clusters, " + words + " words");
  }
}
