package io.hotline.extraction.entities;

import io.hotline.extraction.text.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All phrases of the tables, as a trie over word numbers. Immutable. */
final class Gazetteer {

  private static final int NO_NODE = 0;
  private static final Entry[] NOTHING = {};

  /** First step of the trie, by word number: node, or 0. */
  private final int[] first;

  /** Further steps, an open hash table: key is node and word number. */
  private final long[] keys;

  private final int[] targets;
  private final Entry[][] entries;

  private Gazetteer(int[] first, long[] keys, int[] targets, Entry[][] entries) {
    this.first = first;
    this.keys = keys;
    this.targets = targets;
    this.entries = entries;
  }

  private static int slot(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & mask;
  }

  private int step(int node, int word) {
    long key = (long) node << 32 | word;
    int mask = keys.length - 1;
    for (int slot = slot(key, mask); ; slot = slot + 1 & mask) {
      if (keys[slot] == key) {
        return targets[slot];
      } else if (keys[slot] == 0) {
        return NO_NODE;
      }
    }
  }

  /**
   * Looks for phrases at token {@code from}.
   *
   * @param until no phrase goes beyond this token
   * @param found told of every phrase, shorter ones first
   */
  void at(Words words, int from, int until, Found found) {
    int word = words.number(from);
    if (word < 0 || word >= first.length) {
      return;
    }
    int node = first[word];
    for (int t = from + 1; node != NO_NODE; t++) {
      for (Entry entry : entries[node]) {
        found.phrase(entry, from, t);
      }
      if (t >= until || words.number(t) < 0) {
        return;
      }
      node = step(node, words.number(t));
    }
  }

  /** Receives the phrases found. */
  interface Found {
    void phrase(Entry entry, int from, int to);
  }

  /** Collects phrases. */
  static final class Builder {

    private final Vocabulary vocabulary;
    private final Map<Long, Integer> steps = new HashMap<>();
    private final List<List<Entry>> entries = new ArrayList<>();

    Builder(Vocabulary vocabulary) {
      this.vocabulary = vocabulary;
      entries.add(List.of());
      entries.add(List.of());
    }

    /** Adds a phrase; returns the numbers of its words. */
    int[] add(Entry.Kind kind, String phrase, Object target) {
      boolean weak = phrase.startsWith("?");
      Document document = Document.of(weak ? phrase.substring(1) : phrase, null);
      int[] words = new int[document.tokenCount()];
      int capitals = 0;
      int acronyms = 0;
      int node = 1;
      for (int t = 0; t < words.length; t++) {
        String token = document.token(t);
        words[t] = vocabulary.add(token);
        if (Character.isUpperCase(token.charAt(0)) && t < 31) {
          capitals |= 1 << t;
          acronyms |= isAcronym(token) ? 1 << t : 0;
        }
        long key = (long) node << 32 | words[t];
        Integer next = steps.get(key);
        if (next == null) {
          next = entries.size();
          entries.add(new ArrayList<>(1));
          steps.put(key, next);
        }
        node = next;
      }
      if (node != 1) {
        List<Entry> here = entries.get(node);
        here.removeIf(other -> other.kind() == kind && other.target().equals(target));
        here.add(new Entry(kind, target, capitals, acronyms, weak));
      }
      return words;
    }

    private static boolean isAcronym(String token) {
      int letters = 0;
      for (int i = 0; i < token.length(); i++) {
        if (Character.isLowerCase(token.charAt(i))) {
          return false;
        }
        letters += Character.isUpperCase(token.charAt(i)) ? 1 : 0;
      }
      return letters > 1;
    }

    Gazetteer build() {
      int[] first = new int[vocabulary.size()];
      int capacity = Integer.highestOneBit(Math.max(steps.size(), 8) * 2) * 2;
      long[] keys = new long[capacity];
      int[] targets = new int[capacity];
      for (Map.Entry<Long, Integer> step : steps.entrySet()) {
        long key = step.getKey();
        if (key >>> 32 == 1) {
          first[(int) key] = step.getValue();
        }
        int slot = slot(key, capacity - 1);
        while (keys[slot] != 0) {
          slot = slot + 1 & capacity - 1;
        }
        keys[slot] = key;
        targets[slot] = step.getValue();
      }
      Entry[][] frozen = new Entry[entries.size()][];
      Arrays.setAll(
          frozen, i -> entries.get(i).isEmpty() ? NOTHING : entries.get(i).toArray(new Entry[0]));
      return new Gazetteer(first, keys, targets, frozen);
    }
  }
}
