package io.hotline.extraction.tagging;

/**
 * What there is to know of a word without its context. Hashes of zero stand for what it lacks.
 * Immutable.
 */
public final class Word {

  private static final int AFFIX = 4;
  private static final int MAX_SHAPE = 40;
  private static final NameEdges EDGES = NameEdges.load();

  final long form;

  /** In lower case, digits as 0. */
  final long lower;

  /** Kinds of characters, runs as one: {@code Xx}, {@code d.d}, {@code X.X.}. */
  final long shape;

  /** Kinds of characters, one by one. */
  final long fullShape;

  /** Where the {@link WordCache} keeps it, and the {@link WordSums} what it weighs. */
  final int place;

  final int length;
  final boolean capital;

  /** More than one letter, and all in capitals. */
  final boolean allCapitals;

  /** Begins with a letter that is not a capital. */
  final boolean lowerCase;

  /** Has a capital anywhere: {@code iPhone}, {@code al-Qaeda}. */
  final boolean upperCase;

  final boolean digit;

  /** Whether a name may begin with it: a capital, letters with digits, or a particle. */
  final boolean beginsName;

  /** Whether a name may end with it: a capital, a digit, or a legal form in lower case. */
  final boolean endsName;

  final boolean hyphen;
  final boolean period;

  /** Prefixes as written and suffixes in lower case, of lengths 1 to 4, while the word has them. */
  final long[] prefixes;

  final long[] suffixes;

  /** The number of the Brown cluster from 1, and its path; all 0 without a cluster. */
  final int clusterNumber;

  final int cluster;

  final int clusterLength;

  /** The cluster of the word's vector, from 1, and the group that is in; 0 if it has none. */
  final int vectorCluster;

  final int vectorGroup;

  /** What stands before the first word of a sentence and after the last. */
  static final Word NONE = new Word();

  private Word() {
    form = 1;
    lower = 1;
    shape = 1;
    fullShape = 1;
    place = 0;
    length = 0;
    capital = false;
    allCapitals = false;
    lowerCase = false;
    upperCase = false;
    digit = false;
    beginsName = false;
    endsName = false;
    hyphen = false;
    period = false;
    prefixes = new long[0];
    suffixes = new long[0];
    clusterNumber = 0;
    cluster = 0;
    clusterLength = 0;
    vectorCluster = 0;
    vectorGroup = 0;
  }

  private Word(String word, Clusters clusters, int place) {
    this.place = place;
    form = Hashes.of(word);
    int n = word.length();
    length = n;
    char[] low = new char[n];
    StringBuilder kinds = new StringBuilder();
    StringBuilder runs = new StringBuilder();
    int letters = 0;
    int lowers = 0;
    boolean digits = false;
    boolean hyphens = false;
    for (int i = 0; i < n; i++) {
      char c = word.charAt(i);
      low[i] = Character.toLowerCase(c);
      char kind = kind(c);
      if (kind == 'd') {
        digits = true;
      } else if (kind == 'X') {
        letters++;
      } else if (kind == 'x') {
        letters++;
        lowers++;
      } else if (c == '-') {
        hyphens = true;
      }
      if (kinds.length() < MAX_SHAPE) {
        if (runs.length() == 0 || runs.charAt(runs.length() - 1) != kind) {
          runs.append(kind);
        }
        kinds.append(kind);
      }
    }
    String lowered = new String(low);
    lower = normal(lowered);
    shape = Hashes.of(runs.toString());
    fullShape = Hashes.of(kinds.toString());
    capital = n > 0 && Character.isUpperCase(word.charAt(0));
    allCapitals = capital && letters > 1 && lowers == 0;
    upperCase = letters > lowers;
    lowerCase = !capital && n > 0 && Character.isLetter(word.charAt(0));
    digit = digits;
    beginsName = upperCase || digits && letters > 0 || lowerCase && EDGES.mayBegin(form);
    endsName = n > 1 && (upperCase || digits) || lowerCase && EDGES.mayEnd(form);
    hyphen = hyphens;
    period = n > 1 && word.charAt(n - 1) == '.';
    int affixes = Math.min(AFFIX, n);
    prefixes = new long[affixes];
    suffixes = new long[affixes];
    for (int i = 1; i <= affixes; i++) {
      prefixes[i - 1] = Hashes.of(word, 0, i);
      suffixes[i - 1] = Hashes.of(lowered, n - i, n);
    }
    ClusterTable neighbours = clusters.neighbours;
    int found = neighbours.find(ClusterTable.key(lower));
    clusterNumber = found + 1;
    cluster = found < 0 ? 0 : neighbours.path(found);
    clusterLength = found < 0 ? 0 : neighbours.length(found);
    int kin = clusters.vectors.find(ClusterTable.key(form));
    vectorCluster = kin < 0 ? 0 : kin + 1;
    vectorGroup = kin < 0 ? 0 : clusters.vectors.path(kin) >>> Clusters.VECTOR_BITS;
  }

  static Word of(String word, Clusters clusters) {
    return of(word, clusters, 0);
  }

  static Word of(String word, Clusters clusters, int place) {
    return new Word(word, clusters, place);
  }

  /** The hash of a word in lower case, with each digit read as 0. */
  static long normal(String word) {
    long hash = Hashes.begin();
    for (int i = 0; i < word.length(); i++) {
      char c = Character.toLowerCase(word.charAt(i));
      hash = Hashes.step(hash, c >= '0' && c <= '9' ? '0' : c == '\u2019' ? '\'' : c);
    }
    return Hashes.finish(hash, word.length());
  }

  private static char kind(char c) {
    if (c >= 'a' && c <= 'z') {
      return 'x';
    } else if (c >= 'A' && c <= 'Z') {
      return 'X';
    } else if (Character.isDigit(c)) {
      return 'd';
    } else if (c < 0x80) {
      return c;
    } else if (Character.isUpperCase(c)) {
      return 'X';
    } else {
      return Character.isLetter(c) ? 'x' : c;
    }
  }

  /** The first {@code bits} bits of the cluster's path, 0 if it has none or a shorter one. */
  long clusterPrefix(int bits) {
    return clusterLength < bits ? 0 : (cluster >>> (clusterLength - bits)) + (1L << bits);
  }

  /** The whole path, 0 if there is none. */
  long clusterPath() {
    return clusterLength == 0 ? 0 : cluster + (1L << clusterLength);
  }
}
