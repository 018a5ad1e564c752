package io.hotline.extraction.text;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says which language a text is in. Text with its share of English function words is English, which
 * settles nearly all of English news at the cost of reading a hundred words; the rest is asked of a
 * library (language-detector, after Nakatani's n-gram profiles). What is too short to tell, and is
 * in Latin letters, is taken for English: a headline must not be lost for being brief or in
 * capitals.
 *
 * <p>Safe for use by any number of threads.
 */
public final class Languages {

  /** English, as BCP 47 has it. */
  public static final String ENGLISH = "en";

  /** Undetermined, as BCP 47 has it. */
  public static final String UNDETERMINED = "und";

  /** So much of a text is looked at, in UTF-16 units. */
  private static final int SAMPLE = 800;

  private static final int MIN_WORDS = 6;
  private static final int WORDS_PER_FUNCTION_WORD = 5;

  /** A Latin text with fewer letters is English unless the library is sure. */
  private static final int SHORT = 60;

  private static final double LIKELY = 0.8;
  private static final double SURE = 0.999;

  private final WordSet functionWords = WordSet.load("function-words.txt");

  /** Made when the first text needs it: its profiles take a second to load. */
  private @Nullable LanguageDetector detector;

  private Languages() {}

  /** Loads the function words; the library's profiles of some 70 languages follow when needed. */
  public static Languages load() {
    return new Languages();
  }

  private synchronized LanguageDetector detector() {
    LanguageDetector loaded = detector;
    if (loaded == null) {
      try {
        loaded =
            LanguageDetectorBuilder.create(NgramExtractors.standard())
                .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                .build();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the profiles of languages", e);
      }
      detector = loaded;
    }
    return loaded;
  }

  /** The language of a text as a BCP 47 tag; {@link #UNDETERMINED} if there are no letters. */
  public String identify(String text) {
    String sample = text.substring(0, Math.min(SAMPLE, text.length()));
    int letters = 0;
    int latin = 0;
    int words = 0;
    int function = 0;
    int start = -1;
    for (int i = 0; i <= sample.length(); i++) {
      char c = i < sample.length() ? sample.charAt(i) : ' ';
      if (Characters.isLetter(c)) {
        letters++;
        latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        words++;
        function += functionWords.contains(sample, start, i) ? 1 : 0;
        start = -1;
      }
    }
    if (letters == 0) {
      return UNDETERMINED;
    }
    if (words >= MIN_WORDS && function * WORDS_PER_FUNCTION_WORD >= words) {
      return ENGLISH;
    }
    return ask(sample, latin * 2 > letters, letters, function);
  }

  private String ask(String sample, boolean latin, int letters, int function) {
    List<DetectedLanguage> found = detector().getProbabilities(sample.toLowerCase(Locale.ROOT));
    String best = found.isEmpty() ? UNDETERMINED : found.get(0).getLocale().toString();
    if (!latin) {
      return best;
    }
    boolean brief = letters < SHORT || function > 0;
    boolean english =
        found.isEmpty()
            || found.get(0).getProbability() < (brief ? SURE : LIKELY)
            || letters < SHORT && isAscii(sample);
    return english ? ENGLISH : best;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }
}
