package io.hotline.extraction.entities;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.extraction.Article;
import io.hotline.extraction.Entity;
import io.hotline.extraction.Mention;
import io.hotline.extraction.MentionForm;
import io.hotline.extraction.text.Document;
import io.hotline.extraction.text.PosTagger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * One phenomenon a line. What is expected, parted by {@code ;}: {@code He#2=Vladimir Putin} (the
 * second mention written so refers to the entity of that name or id; members of a group joined by
 * {@code +}), {@code He=?} (to nobody), {@code !dictator} (in no name), {@code
 * Putin:role=president} (of the entity of the first mention written so; also country, sector,
 * speaks, type, name), {@code ~officials:country=USA} (of the profile of a mention).
 */
final class EntityCasesTest {

  private static final EntityAnnotator ANNOTATOR = TestAnnotator.ANNOTATOR;
  private static final PosTagger TAGGER = PosTagger.load();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "entity-cases.csv", delimiter = '|', quoteCharacter = '\u0001')
  void findsWhoIsMeant(
      String name, @Nullable String published, String written, String expectations) {
    String text = written.replace("\\n", "\n");
    Document document = Document.of(text, null);
    Instant instant = published == null ? null : Instant.parse(published + "T12:00:00Z");
    EntityLayer layer =
        ANNOTATOR.annotate(document, TAGGER.tag(document), new Article(text, null, instant, null));
    for (String expected : expectations.split(";")) {
      String expectation = expected.strip();
      assertThat(actual(expectation, text, layer))
          .as("%s%n%s", expectation, describe(text, layer))
          .isEqualTo(wanted(expectation));
    }
  }

  private static String wanted(String expectation) {
    if (expectation.startsWith("!")) {
      return "in no name";
    }
    String value = expectation.substring(expectation.lastIndexOf('=') + 1);
    return value.contains("+") ? sorted(List.of(value.split("\\+"))) : value;
  }

  private static String sorted(List<String> names) {
    return names.stream().sorted().collect(Collectors.joining("+"));
  }

  private static String actual(String expectation, String text, EntityLayer layer) {
    if (expectation.startsWith("!")) {
      String word = expectation.substring(1);
      return layer.mentions().stream()
          .filter(mention -> mention.form() == MentionForm.NAME)
          .map(mention -> mention.span().of(text))
          .filter(mention -> mention.contains(word))
          .findFirst()
          .orElse("in no name");
    }
    String left = expectation.substring(0, expectation.lastIndexOf('='));
    String value = expectation.substring(expectation.lastIndexOf('=') + 1);
    boolean ofProfile = left.startsWith("~");
    int colon = left.lastIndexOf(':');
    String attribute = colon < 0 ? "" : left.substring(colon + 1);
    Mention mention =
        mention(left.substring(ofProfile ? 1 : 0, colon < 0 ? left.length() : colon), text, layer);
    if (mention == null) {
      return value.equals("?") ? "?" : "no such mention";
    } else if (ofProfile) {
      return attribute(layer.profile(mention), attribute);
    }
    Entity entity = layer.entityOf(mention);
    if (entity == null) {
      return "?";
    } else if (!attribute.isEmpty()) {
      return attribute(entity, attribute);
    } else if (value.contains("+")) {
      return sorted(layer.members(entity).stream().map(Entity::name).toList());
    }
    return value.equals(entity.id()) ? entity.id() : entity.name();
  }

  private static @Nullable Mention mention(String written, String text, EntityLayer layer) {
    int hash = written.lastIndexOf('#');
    int which = hash < 0 ? 1 : Integer.parseInt(written.substring(hash + 1));
    String words = hash < 0 ? written : written.substring(0, hash);
    List<Mention> found = new ArrayList<>();
    for (Mention mention : layer.mentions()) {
      if (mention.span().of(text).equals(words)) {
        found.add(mention);
      }
    }
    return found.size() < which ? null : found.get(which - 1);
  }

  private static String attribute(Profile profile, String attribute) {
    return switch (attribute) {
      case "country" -> String.valueOf(profile.country());
      case "role" -> String.valueOf(profile.role());
      case "sector" -> String.valueOf(profile.sector());
      case "speaks" -> String.valueOf(profile.speaksForState());
      case "plural" -> String.valueOf(profile.plural());
      default -> throw new IllegalArgumentException("no attribute " + attribute);
    };
  }

  private static String attribute(Entity entity, String attribute) {
    return switch (attribute) {
      case "country" -> String.valueOf(entity.country());
      case "role" -> String.valueOf(entity.role());
      case "sector" -> String.valueOf(entity.sector());
      case "speaks" -> String.valueOf(entity.speaksForState());
      case "type" -> entity.type().name();
      case "name" -> entity.name();
      default -> throw new IllegalArgumentException("no attribute " + attribute);
    };
  }

  private static String describe(String text, EntityLayer layer) {
    StringBuilder all = new StringBuilder();
    for (Mention mention : layer.mentions()) {
      all.append(mention.span().of(text)).append(" [").append(mention.form()).append("] -> ");
      all.append(mention.entity()).append('\n');
    }
    layer.entities().forEach(entity -> all.append(entity).append('\n'));
    return all.toString();
  }
}
