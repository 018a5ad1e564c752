/**
 * Who may do what: a {@link io.hotline.schemas.access.Role} for each part of the house, and the
 * {@link io.hotline.schemas.access.Grant}s it needs, no more. Like the topics, they are values from
 * one catalogue: what a cluster is told, what the Kubernetes resources say and what the tests
 * expect all come from here.
 */
@NullMarked
package io.hotline.schemas.access;

import org.jspecify.annotations.NullMarked;
