package io.hotline.extraction.entities;

/** The annotator that the tests of this package share: loading it takes a while. */
final class TestAnnotator {

  static final EntityAnnotator ANNOTATOR = new EntityAnnotator(WhosWho.load());

  private TestAnnotator() {}
}
