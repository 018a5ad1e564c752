/**
 * Where rules are tried before they are published: on a text ({@link
 * io.hotline.cli.workbench.Texts}), on the archive ({@link io.hotline.cli.workbench.Archive}), and
 * both for the gateway's page ({@link io.hotline.cli.workbench.HouseWorkbench}). The matching
 * itself is {@link io.hotline.processors.RuleTrial}'s and {@link io.hotline.processors.Backtest}'s,
 * and so the topology's.
 */
@NullMarked
package io.hotline.cli.workbench;

import org.jspecify.annotations.NullMarked;
