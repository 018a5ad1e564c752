package io.hotline.extraction.tagging;

/** 64-bit hashes of words and features. Part of the models' format: never change one alone. */
public final class Hashes {

  private static final long PRIME = 0x100000001b3L;
  private static final long BASIS = 0xcbf29ce484222325L;

  private Hashes() {}

  /** Joins two hashes; not symmetric. */
  public static long mix(long a, long b) {
    long x = (a ^ b) * 0x9e3779b97f4a7c15L;
    x ^= x >>> 29;
    x = (x + b) * 0xbf58476d1ce4e5b9L;
    return x ^ x >>> 32;
  }

  /** The hash of a stretch of text. */
  public static long of(String text, int start, int end) {
    long hash = BASIS;
    for (int i = start; i < end; i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return finish(hash, end - start);
  }

  public static long of(String text) {
    return of(text, 0, text.length());
  }

  static long begin() {
    return BASIS;
  }

  static long step(long hash, char c) {
    return (hash ^ c) * PRIME;
  }

  static long finish(long hash, int length) {
    long x = (hash ^ length) * 0x9e3779b97f4a7c15L;
    x ^= x >>> 32;
    x *= 0xd6e8feb86659fd93L;
    return x ^ x >>> 32;
  }
}
