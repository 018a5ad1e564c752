package io.hotline.extraction.events;

import io.hotline.extraction.EventStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tries the {@link ContactJudge} on texts it was not trained with: {@code JudgeCrossValidation
 * TEXTS...}. The lines of ours are held out in turn, a fifth at a time; all else is always trained
 * with. Prints precision and recall by threshold, and how many statuses are right by the grammar,
 * by the judge, and by the judge where it is surer than a threshold.
 */
public final class JudgeCrossValidation {

  private static final int FOLDS = 5;
  private static final double[] THRESHOLDS = {
    0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8
  };

  private final int[] predicted = new int[THRESHOLDS.length];
  private final int[] right = new int[THRESHOLDS.length];
  private final int[] overruled = new int[THRESHOLDS.length];
  private final Map<String, Integer> confusion = new TreeMap<>();
  private int contacts;
  private int dated;
  private int byGrammar;
  private int withGrammar;
  private int byJudge;
  private int found;
  private int unfound;
  private int unfoundRight;

  private JudgeCrossValidation() {}

  public static void main(String[] args) throws IOException {
    JudgeTexts reader = new JudgeTexts();
    List<JudgeTexts.Text> texts = new ArrayList<>();
    for (String file : args) {
      texts.addAll(reader.read(Path.of(file)));
    }
    JudgeCrossValidation validation = new JudgeCrossValidation();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<JudgeTexts.Text> trained = new ArrayList<>();
      List<JudgeTexts.Text> tried = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        (texts.get(i).own() && i % FOLDS == fold ? tried : trained).add(texts.get(i));
      }
      ContactJudge judge = JudgeTrainer.judge(trained);
      tried.forEach(text -> validation.test(judge, text));
    }
    validation.print();
  }

  private void test(ContactJudge judge, JudgeTexts.Text text) {
    double most = 0;
    int likeliest = 0;
    for (int s = 0; s < text.sentences().size(); s++) {
      double probability = judge.contact(text.sentences().get(s));
      if (probability > most) {
        most = probability;
        likeliest = s;
      }
    }
    contacts += text.contact() ? 1 : 0;
    for (int i = 0; i < THRESHOLDS.length; i++) {
      if (most >= THRESHOLDS[i]) {
        predicted[i]++;
        right[i] += text.contact() ? 1 : 0;
      }
    }
    EventStatus status = text.status();
    if (status == null) {
      return;
    }
    dated++;
    boolean grammar = false;
    boolean judged = false;
    boolean[] mixed = new boolean[THRESHOLDS.length];
    if (text.found().isEmpty()) {
      unfound++;
      unfoundRight +=
          ContactJudge.likeliest(judge.statuses(text.sentences().get(likeliest))) == status ? 1 : 0;
      return;
    }
    for (JudgeTexts.Found each : text.found()) {
      SentenceFeatures sentence = text.sentences().get(each.sentence());
      double[] likely = judge.statuses(sentence, each.operators());
      EventStatus best = ContactJudge.likeliest(likely);
      grammar |= each.read() == status;
      judged |= best == status;
      for (int i = 0; i < mixed.length; i++) {
        boolean overrule =
            each.read() == EventStatus.OCCURRED
                && likely[best.ordinal()] - likely[each.read().ordinal()] >= THRESHOLDS[i];
        mixed[i] |= (overrule ? best : each.read()) == status;
      }
      confusion.merge(status + " as " + best, 1, Integer::sum);
    }
    found++;
    byGrammar += grammar ? 1 : 0;
    byJudge += judged ? 1 : 0;
    for (int i = 0; i < mixed.length; i++) {
      overruled[i] += mixed[i] ? 1 : 0;
    }
  }

  private void print() {
    for (int i = 0; i < THRESHOLDS.length; i++) {
      System.out.printf(
          "contact from %.2f: P %.1f R %.1f   status where overruled from %.2f: %.1f%n",
          THRESHOLDS[i],
          100.0 * right[i] / predicted[i],
          100.0 * right[i] / contacts,
          THRESHOLDS[i],
          100.0 * overruled[i] / found);
    }
    System.out.printf(
        "status of %d found: by the grammar %.1f, by the judge %.1f; of %d others %.1f%n",
        found,
        100.0 * byGrammar / found,
        100.0 * byJudge / found,
        unfound,
        100.0 * unfoundRight / unfound);
    confusion.entrySet().stream()
        .filter(e -> e.getValue() > 3)
        .forEach(e -> System.out.println(e.getKey() + " " + e.getValue()));
  }
}
