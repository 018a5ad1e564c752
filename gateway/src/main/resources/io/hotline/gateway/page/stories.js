// Stories, put together from their alerts: what a desk follows is a story, not a record.

const holds = (alert) => alert.state !== 'WITHDRAWN';

/**
 * The stories of some alerts, newest first. Each has its alerts, oldest first, and `latest`, the
 * one that tells how it stands; a story none of whose alerts holds any more is withdrawn.
 *
 * @param alertsNewestFirst as a store gives them
 * @param acknowledgements by alert id
 */
export function storiesOf(alertsNewestFirst, acknowledgements = new Map()) {
  const byStory = new Map();
  for (const alert of alertsNewestFirst) {
    if (!byStory.has(alert.storyId)) byStory.set(alert.storyId, []);
    byStory.get(alert.storyId).unshift(alert);
  }
  return [...byStory]
    .map(([id, alerts]) => {
      const holding = alerts.filter(holds);
      const latest = (holding.length > 0 ? holding : alerts).at(-1);
      return {
        id,
        alerts,
        latest,
        isWithdrawn: holding.length === 0,
        acknowledgement: acknowledgements.get(latest.id) ?? null,
        path: pathOf(latest.timeline),
      };
    })
    .sort((a, b) => (a.latest.published < b.latest.published ? 1 : -1));
}

/** How a story went, without repeats: planned, occurred, denied. */
export const pathOf = (timeline) =>
  inOrder(timeline)
    .map((step) => step.status)
    .filter((status, i, all) => i === 0 || status !== all[i - 1]);

/** Steps in the order of event time; those of one moment stay as they were. */
export const inOrder = (timeline) =>
  [...timeline].sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));

/** A story as the gateway would give it, from what a store holds; null if it does not hold it. */
export function storyOf(id, records) {
  const story = storiesOf(records.alerts.newestFirst(), records.acknowledgements).find((each) => each.id === id);
  if (!story) return null;
  const { latest } = story;
  return {
    storyId: id,
    ruleId: latest.ruleId,
    parties: latest.parties,
    mode: latest.mode,
    status: latest.status,
    independentSources: latest.independentSources,
    summary: latest.summary,
    first: story.alerts[0].published,
    published: latest.published,
    timeline: inOrder(latest.timeline).map((step) => ({ ...step, signal: records.signals.get(step.signalId) })),
    alerts: story.alerts,
  };
}

/** Which story tells of a finding, by its signals; null if none does (yet). */
export function storyOfFinding(finding, stories) {
  const ids = new Set(finding.signals.map((signal) => signal.id));
  const rules = new Set(finding.topics);
  const tells = (isIt) =>
    stories.find((story) => rules.has(story.latest.ruleId) && story.latest.timeline.some(isIt));
  return (
    tells((step) => ids.has(step.signalId)) ??
    tells((step) => step.itemId === finding.signal.itemId && step.sentence === finding.signal.sentence)
  );
}

/** The alerts that a step of a story raised: those of its moment. */
export const alertsAt = (story, step) =>
  story.alerts.filter(
    (alert) =>
      alert.published === step.published &&
      (alert.status === step.status || alert.timeline.at(-1)?.signalId === step.signalId),
  );

/** The names in the chain of attribution, the outlet first; the outlet is not told twice. */
export function chainOf(source, reportedBy) {
  const rest = reportedBy.map((each) =>
    typeof each === 'string' ? { name: each, text: each, anonymous: false } : each,
  );
  return [
    { name: source, text: source, anonymous: false },
    ...rest.filter((each, i) => i > 0 || (each.name ?? each.text) !== source),
  ];
}
