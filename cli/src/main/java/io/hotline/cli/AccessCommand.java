package io.hotline.cli;

import io.hotline.schemas.ClusterConfig;
import io.hotline.schemas.Namespace;
import io.hotline.schemas.access.Grant;
import io.hotline.schemas.access.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hotline access ...}: who may do what on the cluster. */
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Prints and grants what each part of the house may do on the cluster.",
    subcommands = {AccessCommand.ListGrants.class, AccessCommand.Apply.class})
final class AccessCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "say what to do: list or apply");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = "Prints the roles and what they may do; asks no cluster.")
  static final class ListGrants implements Callable<Integer> {
    @Mixin SettingsOptions options = new SettingsOptions();
    @Spec CommandSpec spec;

    @Override
    public Integer call() {
      Namespace namespace = options.settings().namespace();
      PrintWriter out = spec.commandLine().getOut();
      for (Role role : Role.values()) {
        out.println("User:" + role.user(namespace));
        for (Grant grant : role.grants(namespace)) {
          out.printf(
              "  %-16s %-8s %-36s %s%n",
              grant.resource().name().toLowerCase(java.util.Locale.ROOT),
              grant.pattern().name().toLowerCase(java.util.Locale.ROOT),
              grant.name(),
              grant.operations().stream().map(Enum::name).collect(Collectors.joining(" ")));
        }
      }
      out.flush();
      return 0;
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description =
          "Gives each role what it needs on the cluster, and takes what it needs no more.",
      footer = {
        "",
        "The users are NAMESPACE-ROLE, such as hotline-ingest, or who --principal says. With",
        "--passwords the users are made as well, for SASL/SCRAM-SHA-512: a line of the file is",
        "ROLE=PASSWORD. Roles without a line keep the password they have.",
        "",
        "  hotline access apply --config admin.properties --passwords passwords.properties"
      })
  static final class Apply implements Callable<Integer> {
    private static final int SCRAM_ITERATIONS = 8192;

    @Mixin SettingsOptions options = new SettingsOptions();

    @Option(
        names = "--passwords",
        paramLabel = "FILE",
        description = "passwords of the roles, in Java's properties format")
    @Nullable Path passwords;

    @Option(
        names = "--principal",
        paramLabel = "ROLE=PRINCIPAL",
        description = "who has a role, such as ingest=User:CN=ingest")
    Map<Role, String> principals = new TreeMap<>();

    @Spec CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
      Settings settings = options.settings();
      Namespace namespace = settings.namespace();
      ClusterConfig cluster = settings.cluster();
      PrintWriter out = spec.commandLine().getOut();
      List<UserScramCredentialAlteration> users = users(namespace);
      try (Admin admin = Admin.create(cluster.toClientProperties())) {
        if (!users.isEmpty()) {
          get(admin.alterUserScramCredentials(users).all());
          users.forEach(user -> out.println(user.user() + ": password set"));
        }
        for (Role role : Role.values()) {
          String principal = principals.getOrDefault(role, "User:" + role.user(namespace));
          out.printf("%s: %s%n", principal, grant(admin, principal, role.grants(namespace)));
        }
      }
      out.flush();
      return 0;
    }

    /** Leaves the principal with exactly these grants. */
    private static String grant(Admin admin, String principal, List<Grant> grants)
        throws InterruptedException {
      Set<AclBinding> wanted =
          grants.stream().flatMap(each -> each.bindings(principal)).collect(Collectors.toSet());
      Collection<AclBinding> present = get(admin.describeAcls(all(principal)).values());
      Set<AclBinding> missing = new HashSet<>(wanted);
      missing.removeAll(present);
      Set<AclBinding> surplus = new HashSet<>(present);
      surplus.removeAll(wanted);
      get(admin.createAcls(missing).all());
      get(admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList()).all());
      return "%d rights, %d new, %d taken away"
          .formatted(wanted.size(), missing.size(), surplus.size());
    }

    private static AclBindingFilter all(String principal) {
      return new AclBindingFilter(
          ResourcePatternFilter.ANY,
          new AccessControlEntryFilter(
              principal,
              null,
              org.apache.kafka.common.acl.AclOperation.ANY,
              org.apache.kafka.common.acl.AclPermissionType.ANY));
    }

    private List<UserScramCredentialAlteration> users(Namespace namespace) {
      List<UserScramCredentialAlteration> users = new ArrayList<>();
      Properties given = read();
      for (Role role : Role.values()) {
        String password = (String) given.remove(role.label());
        if (password != null) {
          users.add(
              new UserScramCredentialUpsertion(
                  role.user(namespace),
                  new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                  password));
        }
      }
      if (!given.isEmpty()) {
        throw new UserException(
            passwords
                + ": no role is called "
                + given.keySet()
                + "; there are "
                + List.of(Role.values()).stream().map(Role::label).toList());
      }
      return users;
    }

    private Properties read() {
      Properties given = new Properties();
      if (passwords != null) {
        try (Reader reader = Files.newBufferedReader(passwords)) {
          given.load(reader);
        } catch (IOException | IllegalArgumentException e) {
          throw new UserException(
              "--passwords " + passwords + ": cannot be read: " + e.getMessage(), e);
        }
      }
      return given;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof KafkaException kafka
            ? kafka
            : new KafkaException(e.getCause());
      }
    }
  }
}
