package io.hotline.cli.browser;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/**
 * What the page's modules compute without a page: reading a stream, telling times, marking texts,
 * putting records and stories together, playing a day. Each body is JavaScript; {@code m} is the
 * module.
 */
public final class PagePromises {
  private PagePromises() {}

  /** What is asked, of which module, and the answer in JSON. */
  public static List<Arguments> all() {
    return List.of(
        arguments(
            "a stream in pieces of one character",
            "stream.js",
            """
            const told = [];
            const parser = new m.EventParser({event: (...e) => told.push(e), comment: (c) => told.push(c)});
            for (const c of ': listening\\r\\n\\r\\nid: 7\\nevent: signal\\ndata: {}\\n\\ndata: a\\ndata:b\\n\\nid: 8\\n\\n') parser.push(c);
            return told;
            """,
            "[\"listening\",[\"signal\",\"{}\",\"7\"],[\"message\",\"a\\nb\",\"7\"]]"),
        arguments(
            "ages",
            "times.js",
            "return [0, 59e3, 6e4, 3.6e6, 9e7, 3 * 8.64e7, 61 * 8.64e7].map((a) => m.age(1e12 - a, 1e12))",
            "[\"now\",\"now\",\"1 min\",\"1 h\",\"25 h\",\"3 d\",\"10 Jul 2001\"]"),
        arguments(
            "durations as Java writes them",
            "times.js",
            "return ['PT15M', 'P1D', 'PT1H0.5S', 'PT24H'].map(m.durationMillis)",
            "[900000,86400000,3600500,86400000]"),
        arguments(
            "marks that overlap and nest",
            "text.js",
            """
            const nodes = m.marked('abcdefgh', 1, 8, [{start: 0, end: 4, kind: 'evidence'},
              {start: 2, end: 6, kind: 'who', id: 'q0'}, {start: 9, end: 12, kind: 'cue'}]);
            return nodes.map((n) => n.nodeType === 3 ? n.data : n.outerHTML ?? n);
            """,
            "[\"<mark class=\\\"evidence\\\">b</mark>\",\"<mark class=\\\"evidence who\\\""
                + " data-ids=\\\"q0\\\">cd</mark>\",\"<span class=\\\"who\\\" data-ids=\\\"q0\\\">ef</span>\",\"gh\"]"),
        arguments(
            "paragraphs keep their offsets",
            "text.js",
            "return m.paragraphs('ab\\n\\n\\ncd\\n\\n').map((r) => [r.start, r.end])",
            "[[0,2],[5,7]]"),
        arguments(
            "a story's way, out of order and with repeats",
            "stories.js",
            """
            return m.pathOf([['2', 'OCCURRED'], ['1', 'PLANNED'], ['3', 'OCCURRED'], ['4', 'DENIED']]
              .map(([published, status]) => ({published, status})));
            """,
            "[\"PLANNED\",\"OCCURRED\",\"DENIED\"]"),
        arguments(
            "a story whose last alert was withdrawn stands as before it",
            "stories.js",
            """
            const alert = (id, published, state) => ({id, storyId: 's', published, state, timeline: []});
            const [story] = m.storiesOf([alert('b', '2', 'WITHDRAWN'), alert('a', '1', 'ACTIVE')],
              new Map([['a', {by: 'x'}]]));
            return [story.latest.id, story.isWithdrawn, story.acknowledgement.by];
            """,
            "[\"a\",false,\"x\"]"),
        arguments(
            "one sentence that meets two rules, one of which let it go",
            "records.js",
            """
            const signal = (id, ruleId, state) => ({id, ruleId, state, itemId: 'i', sentence: 's',
              event: {eventType: 'CONSULT', mode: 'MEETING', status: 'PLANNED'}});
            const [both] = m.findings([signal('1', 'b', 'ACTIVE'), signal('2', 'a', 'ACTIVE')]);
            const [one] = m.findings([signal('1', 'b', 'ACTIVE'), signal('2', 'a', 'RETRACTED')]);
            const [none] = m.findings([signal('1', 'b', 'RETRACTED')]);
            return [both.topics, both.isWithdrawn, one.topics, one.isWithdrawn, none.isWithdrawn];
            """,
            "[[\"a\",\"b\"],false,[\"b\"],false,true]"),
        arguments(
            "a day in event time, whatever the order of arrival",
            "player.js",
            """
            const at = (id, published) => ({kind: 'signal', record: {id, published}});
            const player = new m.Player(0, 86400000);
            player.load([at('b', '1970-01-01T02:00:00Z'), at('a', '1970-01-01T01:00:00Z'), at('c', '1970-01-01T02:00:00Z')]);
            const ids = () => player.told().map((e) => e.record.id).join('');
            const seen = [ids()];
            player.step(1); seen.push(ids());
            player.step(1); seen.push(ids());
            player.step(-1); seen.push(ids());
            player.speed = 3600; player.advance(1000); seen.push(ids(), player.at);
            return seen;
            """,
            "[\"\",\"a\",\"abc\",\"a\",\"abc\",7200000]"),
        arguments(
            "text that turns its surroundings around",
            "dom.js",
            "return m.printable('a\\u202eb\\u2066c\\u0000d\\n\\te')",
            "\"a\ufffdb\ufffdc\ufffdd\\n\\te\""),
        arguments(
            "addresses that lead to the web, and others",
            "dom.js",
            "return ['https://a.example/x', 'javascript:alert(1)', 'data:,x', '/x', null].map(m.webAddress)",
            "[\"https://a.example/x\",null,null,null,null]"));
  }
}
