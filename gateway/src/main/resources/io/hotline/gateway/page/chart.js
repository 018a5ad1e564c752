// Counts over time: stacked bars, a colour for each status.

import uPlot from './uplot.js';
import { h, refill } from './dom.js';
import { clock, date, DAY, shortDate } from './times.js';
import { statusOf, STATUSES } from './words.js';

const FIRST_AT_THE_BOTTOM = Object.keys(STATUSES);

/** The colours of the page as they are now, for a canvas, which does not know them. */
function colours(box, statuses) {
  const probe = h('span.status', { hidden: true });
  box.append(probe);
  const of = (variable) => {
    probe.style.color = `var(${variable})`;
    return getComputedStyle(probe).color;
  };
  const plain = { axis: of('--soft'), grid: of('--line'), bar: of('--bar') };
  probe.style.color = '';
  const byStatus = statuses.map((status) => {
    probe.dataset.status = status;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return { ...plain, byStatus };
}

const order = (a, b) => FIRST_AT_THE_BOTTOM.indexOf(a.key) - FIRST_AT_THE_BOTTOM.indexOf(b.key);

/** Each series on the shoulders of those before it, the tallest first, so that it is drawn behind. */
function stacked(series) {
  const heights = [];
  series.forEach((each, i) =>
    heights.push(each.counts.map((count, at) => count + (i > 0 ? heights[i - 1][at] : 0))),
  );
  return heights.reverse();
}

function words(counts, series, at) {
  const from = counts.since + at * counts.step;
  const until = from + counts.step;
  const when = counts.step >= DAY ? shortDate(from) : `${shortDate(from)} ${clock(from)}–${clock(until)}`;
  const what = series
    .filter((each) => each.counts[at] > 0)
    .map(
      (each) =>
        `${each.counts[at]} ${each.key ? statusOf(each.key).word : each.counts[at] === 1 ? 'signal' : 'signals'}`,
    );
  return `${when}: ${what.join(', ') || 'nothing'}`;
}

export class Chart {
  #box;
  #read;
  #plot = null;
  #counts = null;
  #chosen;
  #cursor = null;

  /**
   * @param box where it is drawn
   * @param read an element that says in words what is under the pointer
   * @param chosen is told the window that a reader drew, in milliseconds
   */
  constructor(box, read, chosen = () => {}) {
    this.#box = box;
    this.#read = read;
    this.#chosen = chosen;
    new ResizeObserver(() => this.#resize()).observe(box);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.show(this.#counts));
    window.addEventListener('themechange', () => this.show(this.#counts));
  }

  /** `counts`: since, until and step in milliseconds, and series as the gateway gives them. */
  show(counts) {
    this.#counts = counts;
    this.#plot?.destroy();
    this.#plot = null;
    if (!counts || this.#box.clientWidth === 0) return;
    this.#draw(counts, [...counts.series].sort(order));
  }

  /** A moment to be pointed at, or none. */
  point(at) {
    this.#cursor = at;
    this.#plot?.redraw(false);
  }

  #draw(counts, series) {
    const steps = Math.max(1, Math.ceil((counts.until - counts.since) / counts.step));
    const middle = Array.from({ length: steps }, (_, i) => (counts.since + (i + 0.5) * counts.step) / 1000);
    const { axis, grid, bar, byStatus } = colours(
      this.#box,
      series.map((each) => each.key ?? ''),
    );
    const fills = series.map((each, i) => (each.key ? byStatus[i] : bar)).reverse();
    const bars = uPlot.paths.bars({ size: [0.82, 26] });
    const resting = this.#summary(counts, series, steps);
    this.#plot = new uPlot(
      {
        width: this.#box.clientWidth,
        height: this.#box.clientHeight,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
        padding: [8, 18, 0, 0],
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
        scales: {
          x: { range: [counts.since / 1000, counts.until / 1000] },
          y: { range: (_, __, most) => [0, Math.max(3, most)] },
        },
        axes: [
          {
            stroke: axis,
            grid: { show: false },
            ticks: { stroke: grid, size: 4 },
            font: '11px system-ui',
            size: 24,
            gap: 4,
            values: timeLabels,
          },
          {
            stroke: axis,
            grid: { stroke: grid, width: 1 },
            ticks: { show: false },
            font: '11px system-ui',
            size: 28,
            gap: 4,
            incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000],
            splits: (_, __, ___, high) => (high % 2 === 0 ? [0, high / 2, high] : [0, high]),
          },
        ],
        series: [
          {},
          ...fills.map((fill) => ({ fill, stroke: fill, width: 0, paths: bars, points: { show: false } })),
        ],
        hooks: {
          setCursor: [
            (plot) => {
              this.#read.textContent =
                plot.cursor.idx === null || plot.cursor.left < 0 ? resting : words(counts, series, plot.cursor.idx);
            },
          ],
          setSelect: [(plot) => this.#choose(plot)],
          draw: [(plot) => this.#pointer(plot, axis)],
        },
      },
      [middle, ...stacked(series)],
      this.#box,
    );
    this.#read.textContent = resting;
  }

  #choose(plot) {
    const { left, width } = plot.select;
    if (width > 4) this.#chosen(plot.posToVal(left, 'x') * 1000, plot.posToVal(left + width, 'x') * 1000);
    plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  }

  #pointer(plot, colour) {
    if (this.#cursor === null) return;
    const x = Math.round(plot.valToPos(this.#cursor / 1000, 'x', true)) + 0.5;
    plot.ctx.save();
    plot.ctx.strokeStyle = colour;
    plot.ctx.lineWidth = devicePixelRatio;
    plot.ctx.beginPath();
    plot.ctx.moveTo(x, plot.bbox.top);
    plot.ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
    plot.ctx.stroke();
    plot.ctx.restore();
  }

  #summary(counts, series, steps) {
    const total = series.reduce((sum, each) => sum + each.counts.reduce((a, b) => a + b, 0), 0);
    if (total === 0) return 'Nothing in this time';
    const sums = Array.from({ length: steps }, (_, at) =>
      series.reduce((sum, each) => sum + (each.counts[at] ?? 0), 0),
    );
    return `Most: ${words(counts, series, sums.indexOf(Math.max(...sums)))}`;
  }

  #resize() {
    if (!this.#counts) return;
    if (!this.#plot) this.show(this.#counts);
    else if (this.#box.clientWidth > 0)
      this.#plot.setSize({ width: this.#box.clientWidth, height: this.#box.clientHeight });
  }
}

/** Days by their date, hours by the clock; the first label of a day says which day it is. */
function timeLabels(plot, seconds) {
  return seconds.map((each, i) => {
    const at = each * 1000;
    const isMidnight = at % DAY === 0;
    if (isMidnight) return shortDate(at);
    return i === 0 && seconds.length < 3 ? `${date(at)} ${clock(at)}` : clock(at);
  });
}

/** A small matrix of pairs of countries; a cell tells its number, and is darker for more. */
export function matrix(box, countries, pairs, chosen, pick) {
  const of = new Map(
    pairs.flatMap((pair) => [
      [`${pair.a} ${pair.b}`, pair],
      [`${pair.b} ${pair.a}`, pair],
    ]),
  );
  const most = Math.max(1, ...pairs.map((pair) => pair.signals));
  const cell = (row, column) => {
    const pair = of.get(`${row} ${column}`);
    if (!pair) return h('td');
    const isChosen = chosen !== null && chosen.includes(row) && chosen.includes(column);
    const level = Math.ceil(Math.sqrt(pair.signals / most) * 5);
    return h(
      'td',
      {},
      h(
        'button.cell',
        {
          data: { level },
          'aria-pressed': String(isChosen),
          'aria-label': `${row} and ${column}: ${pair.signals} signals`,
          title: Object.entries(pair.statuses)
            .map(([status, number]) => `${number} ${statusOf(status).word}`)
            .join(', '),
          onclick: () => pick(isChosen ? null : [pair.a, pair.b]),
        },
        String(pair.signals),
      ),
    );
  };
  // the lower half: each pair once, without columns that would be empty
  const columns = countries.filter((column, i) => countries.slice(i + 1).some((row) => of.has(`${row} ${column}`)));
  const isBelow = (row, column) => countries.indexOf(row) > countries.indexOf(column);
  refill(
    box,
    h(
      'table.matrix',
      {},
      h('caption.hidden', {}, 'Signals by pair of countries'),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td'),
          columns.map((country) => h('th', { scope: 'col' }, country)),
        ),
      ),
      h(
        'tbody',
        {},
        countries.slice(1).map((row) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, row),
            columns.map((column) => (isBelow(row, column) ? cell(row, column) : h('td'))),
          ),
        ),
      ),
    ),
  );
}
