/** Tests of reading web pages, page by page. */
@NullMarked
package io.hotline.ingest.pages;

import org.jspecify.annotations.NullMarked;
