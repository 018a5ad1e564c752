/**
 * One command line, and the whole house in one JVM.
 *
 * <p>{@link io.hotline.cli.Main} is the entry point; each subcommand is a class named {@code
 * ...Command}. Commands share their settings through {@link io.hotline.cli.SettingsOptions} (flags,
 * then {@code HOTLINE_*} variables, then the configuration file, then defaults), speak to the
 * cluster through the other modules, print data on standard output and everything else on standard
 * error. {@link io.hotline.cli.House} puts broker, registry, topologies and gateway together in one
 * process for {@code demo} and {@code run}.
 */
@NullMarked
package io.hotline.cli;

import org.jspecify.annotations.NullMarked;
