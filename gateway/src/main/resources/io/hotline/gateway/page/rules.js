// The page of rules: what is in force, a draft of one, tried on a text and on the archive. Nothing
// here changes what is in force.

import * as api from './api.js';
import { Chart } from './chart.js';
import { h, refill } from './dom.js';
import { button, loading, notice } from './parts.js';
import { dayOf, DAY, durationMillis } from './times.js';
import { samples, verdicts } from './trial.js';
import { counted } from './words.js';

const drafts = new Map();

const field = (label, control) => h('label.field', {}, h('span', {}, label), control);

/** Says kindly that this gateway cannot try rules; other failures as they are. */
function sorry(error) {
  if (error.status !== 501) return notice('offline', ...api.explain(error));
  return notice('nothing', 'This gateway cannot try rules', [
    'It runs alone, without the extraction. A house started with ',
    h('code', {}, 'hotline run'),
    ' or ',
    h('code', {}, 'demo'),
    ' can, and so can ',
    h('code', {}, 'hotline gateway --workbench'),
    '. On the command line: ',
    h('code', {}, 'hotline topics test'),
    '.',
  ]);
}

/** Runs a question, with its states, and shows the answer in a box. */
async function run(event, box, what, ask, show) {
  event.preventDefault();
  const submit = event.submitter ?? event.target.querySelector('[type=submit]');
  submit.disabled = true;
  refill(box, loading(what));
  try {
    const answer = await ask();
    refill(box);
    show(answer);
  } catch (error) {
    refill(box, sorry(error));
  } finally {
    submit.disabled = false;
  }
}

const problems = (found) =>
  h(
    'div.problems',
    { role: 'alert' },
    h('strong', {}, 'The rule was refused'),
    h(
      'ol',
      {},
      found.map((problem) => h('li', {}, h('code', {}, `${problem.line}:${problem.column}`), ' ', problem.message)),
    ),
  );

function testForm(yaml) {
  const text = h('textarea', {
    name: 'text',
    rows: 8,
    required: true,
    dir: 'auto',
    placeholder: 'Paste an article: paragraphs separated by an empty line.',
  });
  const headline = h('input', { name: 'headline', dir: 'auto', placeholder: 'optional' });
  const source = h('input', { name: 'source', placeholder: 'optional' });
  const published = h('input', { name: 'published', type: 'datetime-local', step: 60 });
  const result = h('div.result', { 'aria-live': 'polite' });
  const ask = () =>
    api.testRule({
      yaml: yaml.value,
      text: text.value,
      headline: headline.value || null,
      source: source.value || null,
      published: published.value ? `${published.value.slice(0, 16)}:00Z` : null,
    });
  const show = (answer) => refill(result, answer.accepted ? verdicts(answer) : problems(answer.problems));
  return h(
    'section.panel',
    {},
    h('h2', {}, 'Try it on a text'),
    h(
      'form',
      { onsubmit: (event) => run(event, result, 'Reading the text', ask, show) },
      field('Headline', headline),
      field('Text', text),
      h(
        'div.fields',
        {},
        field('Source', source),
        field('Published (UTC; now, if empty)', published),
        h('button.button.primary', { type: 'submit' }, 'Test'),
      ),
    ),
    result,
  );
}

function backtestForm(yaml, latest) {
  const end = latest === null ? Date.now() : Date.parse(latest);
  const since = h('input', { type: 'date', name: 'since', required: true, value: dayOf(end - 7 * DAY) });
  const until = h('input', { type: 'date', name: 'until', required: true, value: dayOf(end + DAY) });
  const result = h('div.result', { 'aria-live': 'polite' });
  const ask = () =>
    api.backtestRule({ yaml: yaml.value, since: `${since.value}T00:00:00Z`, until: `${until.value}T00:00:00Z` });
  const show = (answer) => {
    if (!answer.accepted) {
      refill(result, problems(answer.problems));
      return;
    }
    if (answer.signals === 0) {
      refill(
        result,
        notice(
          'nothing',
          'No signal in that time',
          `${counted(answer.items, 'item')} read${answer.complete ? '' : ', until a limit was reached'}.`,
        ),
      );
      return;
    }
    const box = h('div.plot', { role: 'img', 'aria-label': `Signals over time: ${answer.signals} in all` });
    const read = h('p.read');
    refill(
      result,
      h(
        'p.sum',
        {},
        h('strong', {}, counted(answer.signals, 'signal')),
        ` from ${counted(answer.items, 'item')}`,
        answer.complete ? '' : '; a limit was reached before the end of the window',
      ),
      box,
      read,
      samples(answer.samples),
    );
    new Chart(box, read).show({
      since: Date.parse(answer.since),
      until: Date.parse(answer.until),
      step: durationMillis(answer.step),
      series: [{ topic: '', key: null, total: answer.signals, counts: answer.counts }],
    });
  };
  return h(
    'section.panel',
    {},
    h('h2', {}, 'Try it on the archive'),
    h(
      'form',
      { onsubmit: (event) => run(event, result, 'Reading the archive', ask, show) },
      h(
        'div.fields',
        {},
        field('From', since),
        field('Until, exclusive', until),
        h('button.button.primary', { type: 'submit' }, 'Back-test'),
      ),
    ),
    result,
  );
}

function bench(rule, latest) {
  const inForce = rule.yaml;
  const yaml = h('textarea.yaml', {
    rows: Math.min(22, inForce.split('\n').length + 2),
    spellcheck: 'false',
    'aria-label': 'The rule in YAML',
  });
  yaml.value = drafts.get(rule.id) ?? inForce;
  const state = h('p.draft');
  const told = () => {
    const isDraft = yaml.value !== inForce;
    if (isDraft) drafts.set(rule.id, yaml.value);
    else drafts.delete(rule.id);
    refill(
      state,
      isDraft
        ? [
            'A draft, kept in this page only. ',
            h('code', {}, 'hotline topics apply'),
            ' puts a rule in force. ',
            h(
              'button.quiet',
              {
                onclick: () => {
                  yaml.value = inForce;
                  told();
                },
              },
              'Back to the rule in force',
            ),
          ]
        : `In force, version ${rule.version}. Change it here to try a draft.`,
    );
  };
  yaml.addEventListener('input', told);
  told();
  return h(
    'div.bench',
    {},
    h('h1', { tabindex: -1 }, rule.title),
    h(
      'p.lead',
      {},
      h('code', {}, rule.id),
      ' · ',
      h('a', { href: `/feeds/${encodeURIComponent(rule.id)}.atom` }, 'Atom feed'),
    ),
    h('section.panel', {}, h('h2', {}, 'The rule'), yaml, state),
    testForm(yaml),
    backtestForm(yaml, latest),
  );
}

/** The page of rules; `id` says which is looked at, the first if it is none of them. */
export async function showRules(view, id) {
  refill(view, loading('Getting the rules'));
  let rules;
  let topics;
  try {
    [rules, topics] = await Promise.all([api.rules(), api.topics()]);
  } catch (error) {
    refill(
      view,
      notice(
        'offline',
        ...api.explain(error),
        button('Try again', null, () => showRules(view, id)),
      ),
    );
    return;
  }
  if (rules.length === 0) {
    refill(
      view,
      notice('nothing', 'No rules yet', [
        'A rule says what a topic is about. ',
        h('code', {}, 'hotline topics apply rule.yaml'),
        ' puts one in force, at once.',
      ]),
    );
    return;
  }
  const chosen = rules.find((rule) => rule.id === id) ?? rules[0];
  const latest =
    topics
      .filter((topic) => topic.kind === 'signal')
      .map((topic) => topic.latest)
      .filter(Boolean)
      .sort()
      .at(-1) ?? null;
  refill(
    view,
    h(
      'div.rules-page',
      {},
      h(
        'nav.rules',
        { 'aria-label': 'Rules' },
        h('h2.label', {}, 'Rules in force'),
        rules.map((rule) =>
          h(
            'a',
            { href: `#/rules/${encodeURIComponent(rule.id)}`, 'aria-current': rule === chosen ? 'page' : null },
            h('span', {}, rule.title),
            h('code', {}, rule.id),
          ),
        ),
      ),
      bench(chosen, latest),
    ),
  );
}
