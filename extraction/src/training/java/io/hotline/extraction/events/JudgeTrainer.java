package io.hotline.extraction.events;

import io.hotline.extraction.EventMode;
import io.hotline.extraction.EventStatus;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains the {@link ContactJudge}: {@code JudgeTrainer MODEL TEXTS...}, texts as {@link JudgeTexts}
 * reads them. A text of several sentences that tells of a contact counts by the sentence that looks
 * most like one, in a second round.
 */
public final class JudgeTrainer {

  private static final int LEAST_COUNT = 2;

  private final Map<Integer, Integer> rows = new HashMap<>();
  private final List<JudgeTexts.Text> texts;

  private JudgeTrainer(List<JudgeTexts.Text> texts) {
    this.texts = texts;
  }

  public static void main(String[] args) throws IOException {
    JudgeTexts reader = new JudgeTexts();
    List<JudgeTexts.Text> texts = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      texts.addAll(reader.read(Path.of(args[i])));
    }
    byte[] model = train(texts);
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
      out.write(model);
    }
    System.err.printf("%d texts, %d bytes%n", texts.size(), model.length);
  }

  /** The judge that these texts make. */
  static ContactJudge judge(List<JudgeTexts.Text> texts) throws IOException {
    return ContactJudge.read(new DataInputStream(new ByteArrayInputStream(train(texts))));
  }

  private static byte[] train(List<JudgeTexts.Text> texts) throws IOException {
    return new JudgeTrainer(texts).train();
  }

  private byte[] train() throws IOException {
    number();
    Logistic logistic = new Logistic(rows.size());
    List<int[]> examples = new ArrayList<>();
    List<Boolean> truth = new ArrayList<>();
    for (JudgeTexts.Text text : texts) {
      if (!text.contact() || text.sentences().size() == 1) {
        for (SentenceFeatures sentence : text.sentences()) {
          examples.add(rows(sentence.hashes()));
          truth.add(text.contact());
        }
      }
    }
    double[] first = logistic.binary(examples, booleans(truth));
    List<int[]> told = new ArrayList<>();
    List<EventMode> modes = new ArrayList<>();
    List<int[]> alone = new ArrayList<>();
    List<EventStatus> statuses = new ArrayList<>();
    List<int[]> read = new ArrayList<>();
    List<EventStatus> readStatuses = new ArrayList<>();
    for (JudgeTexts.Text text : texts) {
      if (!text.contact()) {
        continue;
      }
      int s = likeliest(text, first);
      int[] example = rows(text.sentences().get(s).hashes());
      if (text.sentences().size() > 1) {
        examples.add(example);
        truth.add(true);
      }
      if (text.mode() != null) {
        told.add(example);
        modes.add(text.mode());
      }
      EventStatus status = text.status();
      if (status != null) {
        alone.add(example);
        statuses.add(status);
        for (JudgeTexts.Found found : text.found()) {
          read.add(rows(found.operators().with(text.sentences().get(found.sentence()))));
          readStatuses.add(status);
        }
      }
    }
    double[][] columns = new double[ContactJudge.COLUMNS][];
    columns[0] = logistic.binary(examples, booleans(truth));
    put(columns, ContactJudge.MODE, logistic.multinomial(told, modes, EventMode.values()));
    put(
        columns,
        ContactJudge.STATUS_ALONE,
        logistic.multinomial(alone, statuses, EventStatus.values()));
    put(
        columns,
        ContactJudge.STATUS_READ,
        logistic.multinomial(read, readStatuses, EventStatus.values()));
    return bytes(columns);
  }

  private static void put(double[][] columns, int first, double[][] weights) {
    System.arraycopy(weights, 0, columns, first, weights.length);
  }

  /** Gives each feature that is seen often enough its row. */
  private void number() {
    Map<Integer, Integer> counts = new HashMap<>();
    for (JudgeTexts.Text text : texts) {
      for (SentenceFeatures sentence : text.sentences()) {
        count(counts, sentence.hashes());
      }
      if (text.contact()) {
        for (JudgeTexts.Found found : text.found()) {
          count(counts, found.operators().hashes());
        }
      }
    }
    counts.entrySet().stream()
        .filter(each -> each.getValue() >= LEAST_COUNT)
        .map(Map.Entry::getKey)
        .sorted()
        .forEach(hash -> rows.put(hash, rows.size()));
  }

  private static void count(Map<Integer, Integer> counts, int[] hashes) {
    for (int hash : hashes) {
      counts.merge(hash, 1, Integer::sum);
    }
  }

  private int likeliest(JudgeTexts.Text text, double[] weights) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int s = 0; s < text.sentences().size(); s++) {
      double score = Logistic.score(rows(text.sentences().get(s).hashes()), weights);
      if (score > most) {
        most = score;
        best = s;
      }
    }
    return best;
  }

  private int[] rows(int[] hashes) {
    return Arrays.stream(hashes)
        .map(hash -> rows.getOrDefault(hash, -1))
        .filter(row -> row >= 0)
        .toArray();
  }

  private static boolean[] booleans(List<Boolean> list) {
    boolean[] out = new boolean[list.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = list.get(i);
    }
    return out;
  }

  private byte[] bytes(double[][] columns) throws IOException {
    double most = 0;
    for (double[] column : columns) {
      for (double weight : column) {
        most = Math.max(most, Math.abs(weight));
      }
    }
    double scale = most / Byte.MAX_VALUE;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(ContactJudge.MAGIC);
    out.writeInt(rows.size());
    out.writeFloat((float) scale);
    List<Map.Entry<Integer, Integer>> sorted =
        rows.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    for (Map.Entry<Integer, Integer> row : sorted) {
      out.writeInt(row.getKey());
      for (double[] column : columns) {
        out.writeByte((int) Math.round(column[row.getValue()] / scale));
      }
    }
    return bytes.toByteArray();
  }
}
