package io.hotline.benchmarks.peers;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreLabel;
import io.hotline.benchmarks.Articles;
import io.hotline.benchmarks.FirstSight;
import io.hotline.extraction.entities.NameTagger;
import io.hotline.extraction.text.Document;
import java.io.IOException;
import java.util.List;

/** Our name tagger and CoreNLP's three-class CRF on the same articles in one run. */
public final class SideBySide {

  private static final String CRF =
      "edu/stanford/nlp/models/ner/english.all.3class.distsim.crf.ser.gz";

  /** The peer is slow: so many articles are enough for it. */
  private static final int ARTICLES = 1500;

  private SideBySide() {}

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    List<String> texts = Articles.read();
    List<String> few = texts.subList(0, Math.min(ARTICLES, texts.size()));
    NameTagger ours = NameTagger.load();
    CRFClassifier<CoreLabel> peer = CRFClassifier.getClassifier(CRF);
    FirstSight.measure(
        "CoreNLP 3-class CRF, raw text to names", few, text -> findNames(peer, text));
    FirstSight.measure(
        "ours, raw text to names, same articles", few, text -> FirstSight.findNames(ours, text));
    FirstSight.measure(
        "ours, raw text to names, all articles", texts, text -> FirstSight.findNames(ours, text));
  }

  /** Finds names, and counts tokens our way, so that both are counted alike. */
  private static int findNames(CRFClassifier<CoreLabel> peer, String text) {
    peer.classify(text);
    return Document.of(text, null).tokenCount();
  }
}
