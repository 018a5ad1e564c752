package io.hotline.extraction.quotes;

/** The tables a lattice is made with. Immutable. */
record LatticeWords(
    CueLexicon cues, WordList functionWords, WordList timeWords, SourceNouns sourceNouns) {

  static LatticeWords load() {
    return new LatticeWords(
        CueLexicon.load(), WordList.functionWords(), WordList.timeWords(), SourceNouns.load());
  }
}
