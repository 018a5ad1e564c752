package io.hotline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.TopicSpec;
import io.hotline.schemas.Topics;
import io.hotline.schemas.access.Role;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** The catalogue of rights against the table that says who may do what. */
class AccessTableTest {

  @Test
  void everyRoleMayDoWhatTheTableSaysAndNothingElse() throws IOException {
    for (AccessTable.Right right : AccessTable.read()) {
      for (AclOperation operation : List.of(AclOperation.READ, AclOperation.WRITE)) {
        assertThat(
                right.role().grants(Namespace.LIVE).stream()
                    .anyMatch(grant -> grant.allows(ResourceType.TOPIC, right.topic(), operation)))
            .as(right.role() + " " + operation + " " + right.topic())
            .isEqualTo(right.allows(operation));
      }
    }
  }

  @Test
  void theTableKnowsEveryTopicAndEveryRole() throws IOException {
    assertThat(AccessTable.read())
        .extracting(AccessTable.Right::topic)
        .containsAll(Topics.fixed(Namespace.LIVE).stream().map(TopicSpec::name).toList());
    assertThat(AccessTable.read())
        .extracting(AccessTable.Right::role)
        .containsAll(List.of(Role.values()));
  }
}
