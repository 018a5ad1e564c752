package io.hotline.extraction.training;

import io.hotline.extraction.tagging.Clusters;
import io.hotline.extraction.tagging.Packed;
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
              .add(Clusters.key(word));
        });
    List<String> clusters = new ArrayList<>(members.keySet());
    int words = members.values().stream().mapToInt(TreeSet::size).sum();
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[0]))) {
      out.writeShort(clusters.size());
      out.writeInt(words);
      for (String path : clusters) {
        out.writeByte(path.length());
        out.writeInt(Integer.parseInt(path, 2));
      }
      for (String path : clusters) {
        Packed.writeInt(out, members.get(path).size());
        int last = 0;
        for (int key : members.get(path)) {
          Packed.writeInt(out, key - last);
          last = key;
        }
      }
    }
    System.out.println(clusters.size() + " clusters, " + words + " words");
  }
}
