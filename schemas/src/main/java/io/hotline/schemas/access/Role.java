package io.hotline.schemas.access;

import static org.apache.kafka.common.acl.AclOperation.ALL;
import static org.apache.kafka.common.acl.AclOperation.ALTER;
import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.hotline.schemas.Namespace;
import io.hotline.schemas.Topics;
import java.util.List;
import java.util.Locale;

/**
 * A part of the house, or somebody outside it, as the access rules of a cluster know them. A
 * cluster that denies what nobody has granted ({@code allow.everyone.if.no.acl.found=false}) needs
 * these and nothing else.
 */
public enum Role {
  /** {@code hotline ingest}: writes items, and reads the books to see what became of them. */
  INGEST {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topic(Topics.items(namespace).name(), READ, WRITE),
          Grant.topic(Topics.deadLetters(namespace).name(), WRITE),
          Grant.topic(Topics.sourceHealth(namespace).name(), READ, WRITE),
          Grant.topic(Topics.sources(namespace).name(), READ, WRITE),
          Grant.topic(Topics.pollStates(namespace).name(), READ, WRITE),
          Grant.topic(Topics.tallies(namespace).name(), READ),
          Grant.groups(internal(namespace) + "poll", READ, DESCRIBE));
    }
  },

  /** {@code hotline process}: reads items and may not write them. */
  PROCESSORS {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topic(Topics.items(namespace).name(), READ),
          Grant.topic(Topics.rules(namespace).name(), READ),
          Grant.topic(Topics.enriched(namespace).name(), READ, WRITE),
          Grant.topics(signals(namespace), READ, WRITE),
          Grant.topic(Topics.alerts(namespace).name(), WRITE),
          Grant.topic(Topics.deadLetters(namespace).name(), WRITE),
          Grant.topic(Topics.tallies(namespace).name(), WRITE),
          // Change logs and repartition topics; DELETE is for records that have been repartitioned.
          Grant.topics(
              internal(namespace), READ, WRITE, CREATE, DELETE, DESCRIBE, DESCRIBE_CONFIGS),
          Grant.groups(internal(namespace), READ, DESCRIBE),
          Grant.transactions(internal(namespace), WRITE, DESCRIBE));
    }
  },

  /** {@code hotline gateway}: reads all, and writes what people tell it and what nobody took. */
  GATEWAY {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topic(Topics.items(namespace).name(), READ),
          Grant.topic(Topics.enriched(namespace).name(), READ),
          Grant.topics(signals(namespace), READ),
          Grant.topic(Topics.alerts(namespace).name(), READ),
          Grant.topic(Topics.rules(namespace).name(), READ),
          Grant.topic(Topics.deadLetters(namespace).name(), READ, WRITE),
          Grant.topic(Topics.tallies(namespace).name(), READ),
          Grant.topic(Topics.sourceHealth(namespace).name(), READ),
          Grant.topic(Topics.sources(namespace).name(), READ),
          Grant.topic(Topics.pollStates(namespace).name(), READ),
          Grant.topic(Topics.acknowledgements(namespace).name(), READ, WRITE),
          Grant.topic(Topics.webhooks(namespace).name(), READ, WRITE),
          Grant.groups(internal(namespace) + "webhook-", READ, DELETE, DESCRIBE),
          Grant.groups(internal(namespace), DESCRIBE));
    }
  },

  /** Who runs {@code hotline topics}: makes topics and puts rules into force. */
  OPERATOR {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topics(namespace + ".", CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER, ALTER_CONFIGS),
          Grant.topic(Topics.rules(namespace).name(), READ, WRITE),
          Grant.topic(Topics.items(namespace).name(), READ),
          Grant.topic(Topics.enriched(namespace).name(), READ),
          Grant.topics(signals(namespace), READ),
          Grant.topic(Topics.alerts(namespace).name(), READ),
          Grant.topic(Topics.tallies(namespace).name(), READ));
    }
  },

  /** Anybody who reads what comes out, with any Kafka client. */
  SUBSCRIBER {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topic(Topics.enriched(namespace).name(), READ),
          Grant.topics(signals(namespace), READ),
          Grant.topic(Topics.alerts(namespace).name(), READ),
          Grant.groups(namespace + ".subscriber.", READ, DESCRIBE));
    }
  },

  /** {@code hotline replay}: reads the archive and the rules, and does as it likes in its own. */
  REPLAY {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topic(Topics.items(namespace).name(), READ),
          Grant.topic(Topics.rules(namespace).name(), READ),
          Grant.topics(REPLAYS, ALL),
          Grant.groups(REPLAYS, ALL),
          Grant.transactions(REPLAYS, ALL));
    }
  },

  /** The schema registry, where it keeps its schemas in the same cluster. */
  REGISTRY {
    @Override
    public List<Grant> grants(Namespace namespace) {
      return List.of(
          Grant.topics("kafkasql-", ALL), // Apicurio's
          Grant.topic("registry-events", ALL),
          Grant.groups("apicurio-", ALL),
          Grant.topic("_schemas", ALL), // Confluent's and Karapace's
          Grant.groups("schema-registry", ALL));
    }
  };

  /** What the namespaces of replays begin with. */
  private static final String REPLAYS = "replay-";

  /** All that this role needs in a namespace. */
  public abstract List<Grant> grants(Namespace namespace);

  /** As it stands in names: {@code ingest}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The user's name where nobody has given it another: {@code hotline-ingest}. */
  public String user(Namespace namespace) {
    return namespace + "-" + label();
  }

  /** Application ids, and so groups, transactions and internal topics, begin with this. */
  private static String internal(Namespace namespace) {
    return namespace + "-";
  }

  private static String signals(Namespace namespace) {
    return namespace + ".signals.";
  }
}
