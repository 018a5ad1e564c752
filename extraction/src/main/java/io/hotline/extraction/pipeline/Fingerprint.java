package io.hotline.extraction.pipeline;

import io.hotline.extraction.text.Document;

/**
 * SimHash (Charikar 2002) of a document's body: each run of three words votes for the bits of its
 * hash, so that texts which share most of their words differ in few bits. Case, marks, spacing and
 * the headline do not count.
 */
final class Fingerprint {

  private static final int SHINGLE = 3;

  /** A body with fewer words has no fingerprint: chance alone would make it similar to others. */
  private static final int MIN_WORDS = 20;

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private Fingerprint() {}

  /** The fingerprint, 0 if the body is too short for one. */
  static long of(Document document) {
    int[] votes = new int[Long.SIZE];
    long beforeLast = 0;
    long last = 0;
    int words = 0;
    for (int s = 0; s < document.sentenceCount(); s++) {
      if (document.isHeadline(s)) {
        continue;
      }
      for (int t = document.firstToken(s); t < document.endToken(s); t++) {
        String text = document.text();
        int start = document.tokenStart(t);
        if (!Character.isLetterOrDigit(text.charAt(start))) {
          continue;
        }
        long word = hash(text, start, document.tokenEnd(t));
        words++;
        if (words >= SHINGLE) {
          vote(votes, mix(beforeLast * 31 * 31 + last * 31 + word));
        }
        beforeLast = last;
        last = word;
      }
    }
    return words < MIN_WORDS ? 0 : decide(votes);
  }

  private static long hash(String text, int start, int end) {
    long hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = (hash ^ Character.toLowerCase(text.charAt(i))) * PRIME;
    }
    return hash;
  }

  private static long mix(long x) {
    long z = (x ^ (x >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static void vote(int[] votes, long hash) {
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (int) (hash >>> bit & 1) * 2 - 1;
    }
  }

  private static long decide(int[] votes) {
    long fingerprint = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        fingerprint |= 1L << bit;
      }
    }
    return fingerprint;
  }
}
