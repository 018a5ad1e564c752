package io.hotline.extraction.quotes;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** The choices' weights. Immutable. */
final class QuoteModels {

  /** What is chosen. */
  enum Step {
    STRETCH,
    ANCHOR,
    FRAME,
    START_AFTER,
    END_AFTER,
    END_BEFORE,
    START_BEFORE,
    SOURCE
  }

  private static final int MAGIC = 0x48515431;

  private final Map<Step, ChoiceModel> models;

  QuoteModels(Map<Step, ChoiceModel> models) {
    this.models = new EnumMap<>(models);
  }

  static QuoteModels load() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(QuoteResource.open("quotes.model")))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalStateException("quotes.model is not of this version; train it again");
      }
      Map<Step, ChoiceModel> models = new EnumMap<>(Step.class);
      for (Step step : Step.values()) {
        models.put(step, ChoiceModel.read(in));
      }
      return new QuoteModels(models);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource quotes.model", e);
    }
  }

  static int magic() {
    return MAGIC;
  }

  ChoiceModel of(Step step) {
    ChoiceModel model = models.get(step);
    if (model == null) {
      throw new IllegalStateException("no model for " + step);
    }
    return model;
  }
}
