package io.hotline.schemas.wire;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.TopicSpec;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Registers the schemas of topics, so that producers need no right to. Belongs to deployment, and
 * may be repeated: what is registered already keeps its id.
 */
public final class SchemaRegistration {

  private SchemaRegistration() {}

  /**
   * Registers today's value schema of each topic under its subject.
   *
   * @return the schema's id by subject
   * @throws RegistryUnavailableException if the registry is away, after the last retry
   * @throws RegistryRefusedException if a schema is not compatible with what the subject has, or
   *     the caller may not register
   */
  public static Map<String, Integer> register(
      ClusterConfig cluster, Collection<? extends TopicSpec<? extends SpecificRecord>> topics) {
    RegistryClient registry = new RegistryClient(WireConfig.of(AvroSerdes.configuration(cluster)));
    Map<String, Integer> ids = new TreeMap<>();
    for (TopicSpec<? extends SpecificRecord> topic : topics) {
      ids.put(
          topic.valueSubject(),
          registry.register(topic.valueSubject(), SpecificData.get().getSchema(topic.valueType())));
    }
    return ids;
  }
}
