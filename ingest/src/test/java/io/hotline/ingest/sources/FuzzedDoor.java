package io.hotline.ingest.sources;

import static io.hotline.ingest.sources.Readings.utf8;

import java.nio.charset.StandardCharsets;

/** Each door with a good input, from which broken ones are made. */
enum FuzzedDoor {
  JSON_LINES(
      2_000,
      """
      {"id": "7", "headline": "Talks <b>begin</b>", "text": "They\\u00a0met.\\n\\nHe said so.", "published": "2025-01-20T10:00:00Z", "source": "S", "url": "https://example.org/a?b=c#d", "language": "en", "authors": [{"name": "A"}], "tags": ["x"]}
      {"id": 8, "title": "Plain", "body": "<p>One<br>two</p>", "date": 1737368130}
      """),
  RSS(
      500,
      "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Paper</title><link>https://e.org/</link><ttl>60</ttl><skipHours><hour>3</hour></skipHours><item><title>Talks &amp; tea</title><link>/a?b=1&c=2</link><guid isPermaLink=\"false\">7</guid><description><![CDATA[<p>They met.</p><p>He said so.</p>]]></description><pubDate>Mon, 20 Jan 2025 10:00:00 +0100</pubDate><dc:creator>A. Writer</dc:creator><category>x</category></item><item><title>Caf&eacute;</title><description>&lt;p&gt;Open.&lt;/p&gt;</description><dc:date>2025-01-20</dc:date></item></channel></rss>"),
  RDF(
      300,
      "<!DOCTYPE rdf:RDF [<!ENTITY co \"Example\">]><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel rdf:about=\"http://e.org/\"><link>http://e.org/</link></channel><item rdf:about=\"http://e.org/a\"><title>&co; talks</title><link>http://e.org/a</link></item></rdf:RDF>"),
  ATOM(
      500,
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://e.org/x/\" xml:lang=\"en\"><title>t</title><id>urn:x:0</id><entry><id>urn:x:1</id><title type=\"html\">Talks &lt;b&gt;begin&lt;/b&gt;</title><link rel=\"alternate\" href=\"y\"/><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>They met.</p></div></content><updated>2025-01-20T10:00:00.5Z</updated><author><name>A</name><email>a@e.org</email></author></entry><at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"urn:x:2\" when=\"2025-01-20T10:00:00Z\"/></feed>"),
  JSON_FEED(
      500,
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"7\",\"title\":\"Talks begin\",\"content_html\":\"<p>They met.</p>\",\"date_published\":\"2025-01-20T10:00:00Z\",\"authors\":[{\"name\":\"A\"}]}]}"),
  NEWSML(
      500,
      "<newsItem guid=\"urn:x:1\"><itemMeta><provider qcode=\"nprov:A\"/><firstCreated>2025-01-20T10:00:00Z</firstCreated><pubStatus qcode=\"stat:usable\"/></itemMeta><contentMeta><by>By A. Writer</by><headline>Talks begin</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>They met.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"),
  NINJS(
      500,
      "[{\"uri\":\"urn:x:1\",\"headlines\":[{\"role\":\"main\",\"value\":\"Talks begin\"}],\"bodies\":[{\"contenttype\":\"text/html\",\"value\":\"<p>They met.</p>\"}],\"versioncreated\":\"2025-01-20T10:00:00Z\"}]"),
  PAGE(
      500,
      "<html lang=\"en\"><head><meta charset=\"utf-8\"><meta property=\"og:title\" content=\"Talks\"><link rel=\"canonical\" href=\"https://e.org/a\"><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Talks begin\",\"datePublished\":\"2025-01-20\",\"author\":[{\"name\":\"A\"}]}</script></head><body><nav><a href=\"/\">Home</a></nav><article><p>The two ministers met on Monday, their offices said.</p><table><tr><td>1<td>2</table><p>They will meet again, in a week or two, they said.</p></article></body></html>"),
  PLAIN_TEXT(
      1_000, " date 2025-01-20 Talks begin\n\nThey met\non Monday.\n    He said so.\n A  B   C\n"),
  IPTC_7901(
      1_000,
      "\u0016\u0016\u0001apa0123 4 pl 120  apa 0119\r\nPolitics/Talks/\r\n\u0002Talks begin\r\n\r\nGENEVA, Jan 20 - They met\r\non Monday.\r\n   He said so.\r\n\u0003\r\n201234 Jan 25\r\n\u0004"),
  WARC(500, archive()),
  WARC_PACKED(500, Readings.gzip(utf8(archive())));

  private final int few;
  private final byte[] good;

  FuzzedDoor(int few, String good) {
    this(few, utf8(good));
  }

  FuzzedDoor(int few, byte[] good) {
    this.few = few;
    this.good = good;
  }

  /** How many broken inputs the ordinary build reads. */
  int few() {
    return few;
  }

  byte[] good() {
    return good.clone();
  }

  /** Of bytes packed as one, a change breaks nearly all. */
  boolean isFragile() {
    return this == WARC_PACKED;
  }

  private static String archive() {
    String page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><article><p>The two ministers met on Monday, their offices said.</p></article></body></html>";
    return record("https://e.org/a", page)
        + record("https://e.org/b", page.replace("200 OK", "404 Not Found"))
        + record(
            "https://e.org/c",
            page.replace("Content-Type", "Transfer-Encoding: chunked\r\nContent-Type"));
  }

  private static String record(String address, String answer) {
    return "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Date: 2025-01-20T10:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
        .formatted(address, answer.getBytes(StandardCharsets.UTF_8).length, answer);
  }
}
