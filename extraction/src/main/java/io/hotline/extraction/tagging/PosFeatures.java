package io.hotline.extraction.tagging;

/**
 * The features of part-of-speech tagging: words, affixes, shapes and clusters around a token, and
 * the tags before it (after Ratnaparkhi 1996 and Toutanova et al. 2003). The numbers are names; a
 * trained model depends on them.
 */
final class PosFeatures {

  static final int REACH = 1;

  private PosFeatures() {}

  /** All features of one word. */
  static void word(Word w, int offset, Features f) {
    form(w, offset, f);
    cluster(w, offset, f);
  }

  /** The features that a word has for its cluster. */
  static void cluster(Word w, int offset, Features f) {
    int kind = 100 * (offset + 2);
    f.add(kind + 2, w.clusterPrefix(4));
    f.add(kind + 3, w.clusterPrefix(6));
    f.add(kind + 4, w.clusterPrefix(10));
    f.add(kind + 5, w.clusterPath());
  }

  /** The features that a word has for how it is written. */
  static void form(Word w, int offset, Features f) {
    int kind = 100 * (offset + 2);
    f.add(kind, w.lower);
    f.add(kind + 1, w.shape);
    int n = w.suffixes.length;
    if (offset == 0) {
      f.add(kind + 6, w.form);
      f.add(kind + 7, 1);
      f.add(kind + 8, (w.capital ? 1 : 0) + (w.digit ? 2 : 0) + (w.hyphen ? 4 : 0));
      for (int i = 0; i < n; i++) {
        f.add(kind + 10 + i, w.suffixes[i]);
        if (i < 3) {
          f.add(kind + 20 + i, w.prefixes[i]);
        }
      }
    } else if (n >= 3) {
      f.add(kind + 11, w.suffixes[1]);
      f.add(kind + 12, w.suffixes[2]);
    }
  }

  /** Features of a token's place among its neighbours. */
  static void context(
      Word before2, Word before, Word w, Word after, Word after2, boolean capitals, Features f) {
    f.add(400, before2.lower);
    f.add(401, before2.clusterPath());
    f.add(402, after2.lower);
    f.add(403, after2.clusterPath());
    f.add(404, before.lower, w.lower);
    f.add(405, w.lower, after.lower);
    f.add(406, before.clusterPath(), after.clusterPath());
    f.add(407, w.clusterPath(), after.clusterPath());
    f.add(408, after.clusterPath(), after2.clusterPath());
    int look = (w.capital ? 1 : 0) + (before == Word.NONE ? 2 : 0) + (capitals ? 4 : 0);
    f.add(415, look);
    f.add(416, look, after.lower);
    f.add(417, look, after.clusterPath());
    f.add(418, look, w.clusterPrefix(6));
    if (before == Word.NONE) {
      f.add(409, w.lower);
      f.add(410, w.shape);
      f.add(411, w.clusterPath());
    }
    if (capitals) {
      f.add(412, w.lower);
      f.add(413, w.clusterPath());
      f.add(414, 1);
    }
  }

  /** Features of the tags before a token. */
  static void history(int tag2, int tag1, Word w, Word after, Features f) {
    long tags = 64L * tag2 + tag1;
    f.add(510, tags, w.shape);
    f.add(500, tag1);
    f.add(501, tags);
    f.add(502, tag1, w.lower);
    f.add(503, tag1, w.clusterPath());
    f.add(504, tag1, after.lower);
    f.add(505, tag1, after.clusterPath());
    f.add(506, tags, w.clusterPath());
    f.add(507, tag2, w.lower);
    f.add(508, Hashes.mix(tag1, w.clusterPath()), after.clusterPath());
    if (w.suffixes.length >= 3) {
      f.add(509, tag1, w.suffixes[2]);
    }
  }
}
