package io.hotline.schemas.wire;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.TopicSpec;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the schemas of topics, so that producers need no right to, and has the registry refuse
 * any further schema with which earlier records could not be read. Belongs to deployment, and may
 * be repeated: what is registered already keeps its id.
 */
public final class SchemaRegistration {
  /** A topic keeps records of every version for ever, and a replay reads them all. */
  static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

  private SchemaRegistration() {}

  /**
   * Registers today's value schema of each topic under its subject, and sets the subject's
   * compatibility to {@code BACKWARD_TRANSITIVE}: first where the subject is known, so that it
   * holds for today's schema too.
   *
   * @return the schema's id by subject
   * @throws RegistryUnavailableException if the registry is away, after the last retry
   * @throws RegistryRefusedException if a schema is not compatible with what the subject has, or
   *     the caller may not register or set a compatibility
   */
  public static Map<String, Integer> register(
      ClusterConfig cluster, Collection<? extends TopicSpec<? extends SpecificRecord>> topics) {
    RegistryClient registry = new RegistryClient(WireConfig.of(AvroSerdes.configuration(cluster)));
    Map<String, Integer> ids = new TreeMap<>();
    for (TopicSpec<? extends SpecificRecord> topic : topics) {
      String subject = topic.valueSubject();
      boolean known = registry.setCompatibility(subject, COMPATIBILITY);
      ids.put(subject, registry.register(subject, SpecificData.get().getSchema(topic.valueType())));
      if (!known) {
        registry.setCompatibility(subject, COMPATIBILITY);
      }
    }
    return ids;
  }
}
