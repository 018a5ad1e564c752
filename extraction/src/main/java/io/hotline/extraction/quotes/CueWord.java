package io.hotline.extraction.quotes;

import io.hotline.extraction.CueClass;

/**
 * A word or phrase that may attribute.
 *
 * @param id of its lemma and kind
 * @param rest hashes of the words that follow the first one of a phrase
 * @param negative whether the speaker denies or turns down the content
 */
record CueWord(int id, String lemma, Kind kind, CueClass cueClass, boolean negative, long[] rest) {

  /** What kind of word it is. */
  enum Kind {
    VERB,
    NOUN,
    ADJECTIVE,
    PHRASE
  }
}
