package io.hotline.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.gateway.log.LogInMemory;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.record.EventStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which listeners hear of a planned call of Russia and the United States, of confidence 0.8, that
 * Dmitry Peskov tells and Example Wire reports.
 */
class FilterTest {

  private static final String DAY = "2025-01-20T10:00:00Z";

  private final LogInMemory log = LogInMemory.house();
  private Gateway gateway;
  private Requests requests;

  @BeforeEach
  void start() throws Exception {
    Instant day = Instant.parse(DAY);
    log.append("us-russia-contact", 0, day, "i", Records.signal("s", DAY));
    log.append("alerts", 0, day, "a", Records.alert("a", "s", DAY, EventStatus.PLANNED));
    gateway =
        Gateway.start(
            GatewayConfig.of(
                    ClusterConfig.plain("localhost:9", "http://localhost:9"), Namespace.LIVE)
                .listeningOn("127.0.0.1", 0)
                .refreshing(Duration.ofMillis(100)),
            log,
            InstantSource.system());
    requests = new Requests(gateway.address());
    requests.await(200, "health/ready");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          no filter                    | signals |                                  | 1
          its status                   | signals | &status=PLANNED                  | 1
          in small letters             | signals | &status=planned                  | 1
          one of two statuses          | signals | &status=DENIED,PLANNED           | 1
          another status               | signals | &status=OCCURRED                 | 0
          its mode                     | signals | &mode=PHONE_CALL                 | 1
          another mode                 | signals | &mode=MEETING                    | 0
          both countries               | signals | &country=USA,RUS                 | 1
          one country                  | signals | &country=RUS                     | 1
          a country that has no part   | signals | &country=RUS,CHN                 | 0
          the speaker's name           | signals | &speaker=Dmitry%20Peskov         | 1
          a word of the speaker's name | signals | &speaker=peskov                  | 1
          half a word of it            | signals | &speaker=Pesk                    | 0
          its source                   | signals | &source=example%20wire           | 1
          another source               | signals | &source=Wire                     | 0
          sure enough                  | signals | &minConfidence=0.8               | 1
          not sure enough              | signals | &minConfidence=0.81              | 0
          two filters that hold        | signals | &status=PLANNED&country=USA      | 1
          two of which one holds       | signals | &status=PLANNED&country=CHN      | 0
          alerts have no confidence    | alerts  | &minConfidence=1                 | 1
          alerts have a status         | alerts  | &status=DENIED                   | 0
          alerts have sources          | alerts  | &source=Example%20Wire           | 1
          """)
  void chooses(String name, String topic, String filter, int records) throws Exception {
    String address = "streams/" + topic + "?until=2025-01-21" + (filter == null ? "" : filter);
    String lines = requests.get(address, "Accept", "application/x-ndjson").body();
    assertThat(lines.lines().count()).as(name).isEqualTo(records);
  }
}
