package io.hotline.processors;

/** A decoded record together with the record it was read from. */
record Read<T>(Origin origin, T value) {}
