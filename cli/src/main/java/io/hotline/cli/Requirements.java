package io.hotline.cli;

import io.hotline.cli.flow.Foundations;
import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;

/** What must be there before a command can work. */
final class Requirements {
  private Requirements() {}

  static void laid(ClusterConfig cluster, Namespace namespace) {
    if (!Foundations.laid(cluster, namespace)) {
      throw new UserException(
          "there are no topics of namespace '"
              + namespace
              + "' at "
              + cluster.bootstrapServers()
              + "; 'hotline run' makes them, and so does 'hotline topics apply'");
    }
  }
}
