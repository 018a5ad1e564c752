// Questions to the gateway. Each gives its answer or fails with a `GatewayError` that says, in
// words for a reader, what was wrong.

export class GatewayError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'GatewayError';
    this.status = status;
  }
}

const query = (parameters) => {
  const given = Object.entries(parameters).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
};

async function ask(method, address, body, headers = {}) {
  let answer;
  try {
    answer = await fetch(address, {
      method,
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch {
    throw new GatewayError(0, 'The gateway cannot be reached.');
  }
  if (answer.status === 204) return null;
  const content = answer.headers.get('content-type')?.includes('json') ? await answer.json() : null;
  if (!answer.ok) throw new GatewayError(answer.status, content?.error ?? `The gateway answered ${answer.status}.`);
  return content;
}

const get = (address, parameters = {}) => ask('GET', address + query(parameters));
const part = encodeURIComponent;

export const topics = () => get('/topics');
export const rules = () => get('/rules');
export const sources = () => get('/sources');
export const acknowledgements = () => get('/acknowledgements');
export const signal = (id) => get(`/signals/${part(id)}`);
export const story = (id) => get(`/stories/${part(id)}`);
export const enriched = (id, published) => get(`/enriched/${part(id)}`, { published });
export const counts = (parameters) => get('/counts', parameters);
export const matrix = (parameters) => get('/matrix', parameters);
export const acknowledge = (alertId, by, note) =>
  ask('POST', `/alerts/${part(alertId)}/acknowledgement`, { by, note: note || null });
export const takeBack = (alertId) => ask('DELETE', `/alerts/${part(alertId)}/acknowledgement`);
export const testRule = (request) => ask('POST', '/rules/test', request);
export const backtestRule = (request) => ask('POST', '/rules/backtest', request);
/** Lets the browser keep a token in a cookie that no script can read. */
export const signIn = (token) => ask('POST', '/session', null, { Authorization: `Bearer ${token}` });

/** What to tell a reader of a failure: a title and a sentence. */
export function explain(error) {
  if (!(error instanceof GatewayError)) return ['Something broke', error.message];
  switch (error.status) {
    case 0:
      return ['Offline', error.message];
    case 401:
      return ['Not signed in', 'The gateway asks for a token.'];
    case 403:
      return ['Not allowed', error.message];
    case 404:
      return ['Not found', error.message];
    case 501:
      return ['Not in this gateway', error.message];
    case 503:
      return ['Not ready', error.message];
    default:
      return ['The gateway could not do that', error.message];
  }
}
