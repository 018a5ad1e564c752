// The connection to the gateway: an EventSource that never gives up.

const RETRY_MS = [1000, 2000, 5000, 10000];

/**
 * Listens to a stream. `on` holds a function for each kind of record, and `state`, which is told
 * 'connecting', 'live' or 'offline'.
 */
export function listen(address, on) {
  let failures = 0;

  function connect() {
    const source = new EventSource(address);
    source.onopen = () => {
      failures = 0;
      on.state('live');
    };
    source.onerror = () => {
      on.state('offline');
      // While it is CONNECTING the browser tries again by itself, with the last event's id. It
      // gives up for good when the answer was an error, as it is while the gateway starts.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]);
      }
    };
    for (const kind of Object.keys(on).filter((name) => name !== 'state')) {
      source.addEventListener(kind, (event) => on[kind](JSON.parse(event.data)));
    }
  }

  on.state('connecting');
  connect();
}
