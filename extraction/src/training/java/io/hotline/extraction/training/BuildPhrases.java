package io.hotline.extraction.training;

import edu.emory.mathcs.nlp.common.collection.tree.PrefixNode;
import edu.emory.mathcs.nlp.common.collection.tree.PrefixTree;
import io.hotline.extraction.tagging.Phrases;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the lists of names as the compact table of {@link Phrases}: the teacher's gazetteers, made
 * from titles of Wikipedia, without those of songs, films and books, and the fact tables.
 */
final class BuildPhrases {

  private static final String LEXICON = "en-named-entity-gazetteers-simplified.xz";

  /** Lists of works: their titles are any words at all. */
  private static final int WORKS = 1 << 8 | 1 << 10 | 1 << 15;

  private static final int PERSON = 1 << 14;
  private static final int MAX_WORDS = 5;
  private static final int MIN_LETTERS = 3;

  private final TreeMap<Integer, Integer> lists = new TreeMap<>(Integer::compareUnsigned);

  private BuildPhrases() {}

  /** Arguments: the file to write, then fact tables of office-holders. */
  public static void main(String[] args) throws IOException {
    BuildPhrases phrases = new BuildPhrases();
    PrefixTree<String, Set<String>> tree = TeacherLexicon.read(LEXICON);
    phrases.walk(tree.getRoot(), new ArrayList<>());
    for (String file : List.of(args).subList(1, args.length)) {
      for (Map<String, String> row : FactTable.read(Path.of(file))) {
        phrases.add(List.of(row.getOrDefault("person", "").split(" ")), PERSON);
      }
    }
    try (DataOutputStream out = TeacherLexicon.output(Path.of(args[0]))) {
      Phrases.write(out, phrases.lists);
    }
    System.out.println(phrases.lists.size() + " phrases and beginnings of phrases");
  }

  private void walk(PrefixNode<String, Set<String>> node, List<String> words) {
    Set<String> numbers = node.getValue();
    if (numbers != null) {
      int bits =
          numbers.stream().mapToInt(n -> 1 << Integer.parseInt(n)).reduce(0, (a, b) -> a | b);
      add(words, bits & ~WORKS);
    }
    for (Map.Entry<String, PrefixNode<String, Set<String>>> next : node.entrySet()) {
      words.add(next.getKey());
      walk(next.getValue(), words);
      words.remove(words.size() - 1);
    }
  }

  private void add(List<String> words, int bits) {
    boolean tooShort = words.size() == 1 && words.get(0).length() < MIN_LETTERS;
    if (bits == 0
        || words.size() > MAX_WORDS
        || tooShort
        || !Character.isUpperCase(words.get(0).isEmpty() ? ' ' : words.get(0).charAt(0))) {
      return;
    }
    long run = 0;
    for (int i = 0; i < words.size(); i++) {
      run = Phrases.extend(run, words.get(i));
      lists.merge(Phrases.key(run), i == words.size() - 1 ? bits : 0, (a, b) -> a | b);
    }
  }
}
