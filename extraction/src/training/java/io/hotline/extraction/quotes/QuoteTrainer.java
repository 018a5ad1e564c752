package io.hotline.extraction.quotes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.extraction.CueClass;
import io.hotline.extraction.quotes.QuoteModels.Step;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import io.hotline.extraction.text.Tag;
import io.hotline.extraction.text.Tags;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Trains the choices on annotated attributions: {@code QuoteTrainer MODEL GOLD.jsonl...}. A line of
 * gold has the text and, in code points, {@code quotes:[{start, end, kind, speaker:{start, end},
 * cue:{start, end}}]}.
 */
public final class QuoteTrainer {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A sentence written for training counts for as many of the articles'. */
  private static final int MARKED_WEIGHT = 2;

  private final LatticeWords words = LatticeWords.load();
  private final PosTagger tagger = PosTagger.load();
  private final Map<Step, ChoiceTrainer> trainers = new EnumMap<>(Step.class);
  private final Candidates candidates = new Candidates();

  private QuoteTrainer() {
    for (Step step : Step.values()) {
      trainers.put(step, new ChoiceTrainer(bits(step)));
    }
  }

  /** A table's size as a power of two: the more candidates, the more features to keep apart. */
  private static int bits(Step step) {
    return switch (step) {
      case FRAME -> 19;
      case END_AFTER, SOURCE -> 18;
      case START_AFTER, STRETCH, ANCHOR -> 17;
      case END_BEFORE, START_BEFORE -> 16;
    };
  }

  public static void main(String[] args) throws IOException {
    QuoteTrainer trainer = new QuoteTrainer();
    for (int i = 1; i < args.length; i++) {
      for (String line : Files.readAllLines(Path.of(args[i]), StandardCharsets.UTF_8)) {
        trainer.read(JSON.readTree(line));
      }
    }
    for (JsonNode marked : MarkedQuotes.read()) {
      for (int i = 0; i < MARKED_WEIGHT; i++) {
        trainer.read(marked);
      }
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(args[0])))) {
      out.writeInt(QuoteModels.magic());
      for (Step step : Step.values()) {
        ChoiceTrainer choices = trainer.of(step);
        System.err.println(step + " " + choices.train());
        choices.write(out);
      }
    }
  }

  private record Gold(String kind, int first, int end, int cue, int source) {}

  private void read(JsonNode article) {
    String text = article.get("text").asText();
    Document document = Document.of(text, null);
    Tags tags = tagger.tag(document);
    Lattice l = new Lattice(document, tags, words);
    List<Gold> gold = new ArrayList<>();
    boolean[] content = new boolean[l.size];
    int[] role = new int[l.size];
    for (JsonNode q : article.get("quotes")) {
      int from = text.offsetByCodePoints(0, q.get("start").asInt());
      int to = text.offsetByCodePoints(0, q.get("end").asInt());
      int first = itemAt(l, from);
      int end = itemEnding(l, to);
      if (first >= end) {
        continue;
      }
      while (end > first + 1 && (l.is(end - 1, Tag.COMMA) || l.is(end - 1, Tag.PERIOD))) {
        end--;
      }
      String kind = q.get("kind").asText();
      int cue = q.get("cue").isNull() ? -1 : cueItem(l, text, q.get("cue"));
      int source =
          !q.has("speaker") || q.get("speaker").isNull()
              ? -1
              : sourceItem(l, text, q.get("speaker"));
      for (int i = first; i < end; i++) {
        if (l.isQuoted(i)) {
          role[i] =
              kind.equals("direct") && end - first <= 2 ? StretchChoice.DIRECT : StretchChoice.PART;
        }
        content[i] |= !(kind.equals("direct") && l.isQuoted(i));
      }
      gold.add(new Gold(kind, first, end, cue, source));
    }
    for (int i = 0; i < l.size; i++) {
      if (l.isQuoted(i)) {
        StretchChoice.fill(l, i, candidates);
        candidates.spread(StretchChoice.LABELS);
        add(Step.STRETCH, role[i]);
      }
    }
    int[] label = new int[l.size];
    for (Gold g : gold) {
      boolean direct = g.end == g.first + 1 && role[g.first] == StretchChoice.DIRECT;
      if (direct) {
        boolean here = g.cue >= 0 && l.unit[g.cue] == l.unit[g.first];
        AnchorChoice.fill(l, g.first, candidates);
        add(Step.ANCHOR, here ? g.cue : -1);
        if (here) {
          SourceChoice.fill(l, g.cue, g.first, g.end, candidates);
          add(Step.SOURCE, g.source);
        }
        continue;
      }
      if (g.cue < 0 || l.unit[g.cue] != l.unit[g.first]) {
        continue;
      }
      if (g.first > g.cue) {
        label[g.cue] |= FrameChoice.AFTER;
        ContentAfter.start(l, g.cue, candidates);
        add(Step.START_AFTER, g.first);
        ContentEnd.fill(l, g.cue, g.first, candidates);
        add(Step.END_AFTER, g.end);
      } else if (g.end <= g.cue) {
        label[g.cue] |= FrameChoice.BEFORE;
        ContentBefore.end(l, g.cue, candidates);
        add(Step.END_BEFORE, g.end);
        ContentBefore.start(l, g.cue, g.end, candidates);
        add(Step.START_BEFORE, g.first);
      }
      SourceChoice.fill(l, g.cue, g.first, g.end, candidates);
      add(Step.SOURCE, g.source);
    }
    for (int i = 0; i < l.size; i++) {
      if (l.cue[i] != null && (!content[i] || label[i] != 0)) {
        FrameChoice.fill(l, i, candidates);
        candidates.spread(FrameChoice.LABELS);
        add(Step.FRAME, label[i]);
      }
    }
  }

  private ChoiceTrainer of(Step step) {
    return Objects.requireNonNull(trainers.get(step));
  }

  private void add(Step step, int value) {
    of(step).add(candidates, value);
  }

  private static int itemAt(Lattice l, int offset) {
    int i = 0;
    while (i < l.size && l.to(i) <= offset) {
      i++;
    }
    return i;
  }

  private static int itemEnding(Lattice l, int offset) {
    int i = 0;
    while (i < l.size && l.from(i) < offset) {
      i++;
    }
    return i;
  }

  private static int cueItem(Lattice l, String text, JsonNode cue) {
    int from = text.offsetByCodePoints(0, cue.get("start").asInt());
    int to = text.offsetByCodePoints(0, cue.get("end").asInt());
    int best = -1;
    int most = -1;
    int end = itemEnding(l, to);
    for (int i = itemAt(l, from); i < end; i++) {
      CueWord word = l.cue[i];
      if (word != null) {
        int rank =
            word.kind() == CueWord.Kind.VERB ? word.cueClass() == CueClass.SPEECH ? 3 : 2 : 1;
        if (rank > most || rank == 2 && most == 2) {
          most = rank;
          best = i;
        }
      }
    }
    return best;
  }

  private static int sourceItem(Lattice l, String text, JsonNode source) {
    int from = text.offsetByCodePoints(0, source.get("start").asInt());
    int to = text.offsetByCodePoints(0, source.get("end").asInt());
    int end = itemEnding(l, to);
    for (int i = itemAt(l, from); i < end; i++) {
      if (l.phraseFirst[i] >= 0) {
        int whole = SourceChoice.phrase(l.phraseFirst[i]);
        int possessor = SourceChoice.possessor(l, whole);
        return end <= SourceChoice.end(l, possessor) + 1 && end < SourceChoice.end(l, whole)
            ? possessor
            : whole;
      }
    }
    return -1;
  }
}
