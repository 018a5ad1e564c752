/**
 * Reading topics for people and programs at a terminal: finding a topic by the name people use,
 * reading it in event time, and printing its records.
 */
@NullMarked
package io.hotline.cli.reading;

import org.jspecify.annotations.NullMarked;
