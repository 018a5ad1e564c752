package io.hotline.extraction.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes all models and tables of the taggers, from texts and tables at given paths. */
public final class TrainAll {

  private static final int NEWS = 2600;

  private TrainAll() {}

  /**
   * Arguments: the folder of texts ({@code train_wikigold.jsonl}, {@code
   * train_crossner_politics.jsonl}, {@code unlabelled_wikipedia.txt.gz}), the folder of fact
   * tables, a folder for what comes between, and the folder of resources of this module ({@code
   * src/main/resources/io/hotline/extraction}). To see how it does on news: a file of the teacher's
   * labels on news as a fifth argument, else the model is tested on what it has learned from.
   */
  public static void main(String[] args) throws IOException {
    Path texts = Path.of(args[0]);
    Path facts = Path.of(args[1]);
    Path work = Files.createDirectories(Path.of(args[2]));
    Path resources = Path.of(args[3]);
    String clusters = resources.resolve("tagging/en/clusters.bin").toString();
    String vectors = resources.resolve("tagging/en/vectors.bin").toString();
    String phrases = resources.resolve("entities/en/phrases.bin").toString();
    String wikigold = texts.resolve("train_wikigold.jsonl").toString();
    String politics = texts.resolve("train_crossner_politics.jsonl").toString();
    String unlabelled = texts.resolve("unlabelled_wikipedia.txt.gz").toString();
    String marked = work.resolve("marked.jsonl").toString();
    String news = work.resolve("news.jsonl").toString();
    String labelledText = work.resolve("unlabelled.tsv").toString();
    String labelledWikigold = work.resolve("wikigold.tsv").toString();
    String labelledPolitics = work.resolve("politics.tsv").toString();
    String labelledMarked = work.resolve("marked.tsv").toString();
    String labelledNews = work.resolve("news.tsv").toString();

    BuildClusters.main(new String[] {clusters});
    BuildVectorClusters.main(new String[] {vectors});
    BuildPhrases.main(new String[] {phrases, facts.resolve("officeholders.tsv").toString()});
    MarkedNews.main(new String[] {marked});
    WriteNews.main(new String[] {news, Integer.toString(NEWS), facts.toString()});
    TeacherLabels teacher = new TeacherLabels();
    teacher.label(labelledText, unlabelled);
    teacher.label(labelledWikigold, wikigold);
    teacher.label(labelledPolitics, politics);
    teacher.label(labelledMarked, marked);
    teacher.label(labelledNews, news);
    TrainNameTagger.main(
        new String[] {
          clusters,
          phrases,
          resources.resolve("entities/en/names.bin").toString(),
          "2*" + wikigold + "=" + labelledWikigold,
          politics + "=" + labelledPolitics,
          "5*" + marked + "=" + labelledMarked,
          labelledText
        });
    TrainPosTagger.main(
        new String[] {
          clusters,
          resources.resolve("text/en/pos.bin").toString(),
          args.length > 4 ? args[4] : labelledNews,
          labelledText,
          labelledWikigold,
          labelledPolitics,
          "2*" + labelledNews
        });
  }
}
