package io.hotline.extraction.training;

import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.decode.NLPDecoder;
import io.hotline.extraction.text.Document;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Labels plain text, cut to tokens our way, with NLP4J's part-of-speech and named-entity taggers
 * (Choi 2016). Output: a line {@code token TAB tag TAB entity} for each token, an empty line after
 * each sentence, a line {@code #} before each document.
 */
final class TeacherLabels {

  private static final String CONFIGURATION =
      """
      <configuration>
        <tsv><column index="1" field="form"/></tsv>
        <lexica>
          <ambiguity_classes field="word_form_simplified_lowercase">%1$slexica/en-ambiguity-classes-simplified-lowercase.xz</ambiguity_classes>
          <word_clusters field="word_form_simplified_lowercase">%1$slexica/en-brown-clusters-simplified-lowercase.xz</word_clusters>
          <word_embeddings field="word_form_undigitalized">%1$slexica/en-word-embeddings-undigitalized.xz</word_embeddings>
          <named_entity_gazetteers field="word_form_simplified">%1$slexica/en-named-entity-gazetteers-simplified.xz</named_entity_gazetteers>
        </lexica>
        <models>
          <pos>%1$smodels/en-pos.xz</pos>
          <ner>%1$smodels/en-ner.xz</ner>
        </models>
      </configuration>
      """
          .formatted("edu/emory/mathcs/nlp/");

  private final NLPDecoder decoder;

  TeacherLabels() {
    InputStream configuration =
        new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.UTF_8));
    decoder = new NLPDecoder(configuration);
  }

  /** Arguments: the file to write, and the text to label (see {@link Texts}); and so on. */
  public static void main(String[] args) throws IOException {
    TeacherLabels teacher = new TeacherLabels();
    for (int i = 0; i + 1 < args.length; i += 2) {
      teacher.label(args[i], args[i + 1]);
    }
  }

  void label(String file, String texts) throws IOException {
    try (PrintWriter out =
        new PrintWriter(Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8))) {
      for (String text : Texts.read(Path.of(texts))) {
        out.println("#");
        label(Document.of(text, null), out);
      }
    }
  }

  private void label(Document document, PrintWriter out) {
    for (int s = 0; s < document.sentenceCount(); s++) {
      int first = document.firstToken(s);
      NLPNode[] nodes = new NLPNode[document.endToken(s) - first + 1];
      nodes[0] = decoder.create();
      nodes[0].toRoot();
      for (int i = 1; i < nodes.length; i++) {
        nodes[i] = new NLPNode(i, teachersForm(document.token(first + i - 1)));
      }
      decoder.decode(nodes);
      for (int i = 1; i < nodes.length; i++) {
        String token = document.token(first + i - 1);
        out.println(
            token + "\t" + nodes[i].getPartOfSpeechTag() + "\t" + nodes[i].getNamedEntityTag());
      }
      out.println();
    }
  }

  /** The teacher knows straight apostrophes only. */
  private static String teachersForm(String token) {
    return token.replace('\u2019', '\'').replace('\u2018', '\'');
  }
}
