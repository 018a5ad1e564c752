package io.hotline.extraction.training;

import io.hotline.extraction.tagging.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of known tokens, each with its columns as {@link TeacherLabels} wrote them.
 *
 * @param text the tokens joined by blanks
 * @param columns [token][column]: the token, its tag, its entity label
 */
record LabelledText(String text, List<String[]> columns, int[] starts, int[] sentenceFirst)
    implements Tokens {

  static List<LabelledText> read(Path file) throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    List<List<String[]>> sentences = new ArrayList<>();
    List<String[]> sentence = new ArrayList<>();
    for (String line : Texts.lines(file)) {
      String[] cells = line.split("\t");
      if (cells.length >= 3) {
        sentence.add(cells);
        continue;
      }
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
        sentence = new ArrayList<>();
      }
      if (line.equals("#") && !sentences.isEmpty()) {
        texts.add(of(sentences));
        sentences = new ArrayList<>();
      }
    }
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
    }
    if (!sentences.isEmpty()) {
      texts.add(of(sentences));
    }
    return texts;
  }

  static LabelledText of(List<List<String[]>> sentences) {
    StringBuilder text = new StringBuilder();
    List<String[]> columns = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    int[] first = new int[sentences.size() + 1];
    for (int s = 0; s < sentences.size(); s++) {
      for (String[] cells : sentences.get(s)) {
        starts.add(text.length());
        text.append(cells[0]).append(' ');
        columns.add(cells);
      }
      first[s + 1] = columns.size();
    }
    return new LabelledText(
        text.toString(),
        List.copyOf(columns),
        starts.stream().mapToInt(Integer::intValue).toArray(),
        first);
  }

  @Override
  public int tokenCount() {
    return columns.size();
  }

  @Override
  public int tokenStart(int t) {
    return starts[t];
  }

  @Override
  public int tokenEnd(int t) {
    return starts[t] + columns.get(t)[0].length();
  }

  @Override
  public int sentenceCount() {
    return sentenceFirst.length - 1;
  }

  @Override
  public int firstToken(int s) {
    return sentenceFirst[s];
  }

  @Override
  public int endToken(int s) {
    return sentenceFirst[s + 1];
  }

  String cell(int token, int column) {
    return columns.get(token)[column];
  }
}
