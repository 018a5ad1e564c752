package io.hotline.processors;

import io.hotline.schemas.record.NewsItem;

/** An item with content that was not here before, and its place in the line of its revisions. */
record AdmittedItem(Origin origin, NewsItem item, Revision revision) {}
