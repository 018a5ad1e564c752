package io.hotline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hotline.schemas.record.DeadLetter;
import io.hotline.schemas.record.NewsItem;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void fieldsKeepTheirAvroNamesAndTimesAreIso() throws Exception {
    NewsItem item =
        NewsItem.newBuilder()
            .setId("i1")
            .setSource("Kyiv \"Ledger\"")
            .setText("One.\n\nTwo \u2028 \uD83D\uDE00")
            .setPublished(Instant.parse("2025-01-20T10:15:00Z"))
            .setSeen(Instant.parse("2025-01-20T10:16:00.250Z"))
            .setTags(List.of("usa", "rus"))
            .build();
    String line = RecordJson.line(item);
    assertThat(line).doesNotContain("\n");
    JsonNode json = MAPPER.readTree(line);
    assertThat(json.get("published").asText()).isEqualTo("2025-01-20T10:15:00Z");
    assertThat(json.get("text").asText()).isEqualTo("One.\n\nTwo \u2028 \uD83D\uDE00");
    assertThat(json.get("url").isNull()).isTrue();
    assertThat(json.get("tags")).hasSize(2);
    assertThat(json.get("publishedBasis").asText()).isEqualTo("UNKNOWN");
    assertThat(MAPPER.readTree(RecordJson.pretty(item))).isEqualTo(json);
  }

  @Test
  void bytesAreBase64AndAreNotConsumed() throws Exception {
    DeadLetter letter =
        DeadLetter.newBuilder()
            .setTopic("t")
            .setTimestamp(Instant.EPOCH)
            .setStage("decode-item")
            .setErrorType("bad-magic-byte")
            .setError("what was wrong")
            .setValue(ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .build();
    RecordJson.line(letter);
    assertThat(MAPPER.readTree(RecordJson.line(letter)).get("value").asText()).isEqualTo("AQID");
  }
}
