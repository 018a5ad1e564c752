package io.hotline.schemas.access;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What may be done with one resource, or with all whose names begin alike, from any host.
 *
 * @param pattern {@code LITERAL} or {@code PREFIXED}
 * @param operations in Kafka's order; Kafka lets who may read or write also describe
 */
public record Grant(
    ResourceType resource, PatternType pattern, String name, List<AclOperation> operations) {

  public Grant {
    operations = List.copyOf(EnumSet.copyOf(operations));
  }

  static Grant topic(String name, AclOperation... operations) {
    return new Grant(ResourceType.TOPIC, PatternType.LITERAL, name, List.of(operations));
  }

  static Grant topics(String prefix, AclOperation... operations) {
    return new Grant(ResourceType.TOPIC, PatternType.PREFIXED, prefix, List.of(operations));
  }

  static Grant groups(String prefix, AclOperation... operations) {
    return new Grant(ResourceType.GROUP, PatternType.PREFIXED, prefix, List.of(operations));
  }

  static Grant transactions(String prefix, AclOperation... operations) {
    return new Grant(
        ResourceType.TRANSACTIONAL_ID, PatternType.PREFIXED, prefix, List.of(operations));
  }

  /** As Kafka keeps it, for a principal such as {@code User:hotline-ingest}. */
  public Stream<AclBinding> bindings(String principal) {
    ResourcePattern where = new ResourcePattern(resource, name, pattern);
    return operations.stream()
        .map(
            operation ->
                new AclBinding(
                    where,
                    new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
  }

  /** Whether this lets somebody do that, for reads and writes; what they imply is not asked. */
  public boolean allows(ResourceType type, String asked, AclOperation operation) {
    boolean matches = pattern == PatternType.PREFIXED ? asked.startsWith(name) : asked.equals(name);
    return type == resource
        && matches
        && (operations.contains(operation) || operations.contains(AclOperation.ALL));
  }
}
