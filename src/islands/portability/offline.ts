/**
 * Everything in a worker that could carry text away or keep it. The policy of a page does not bind its workers, so this one gives up its
 * means before it receives anything: what is shown to the reader as a promise must not rest on trust.
 */
const MEANS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'indexedDB',
  'caches',
  'cookieStore',
];

/** Takes them from the global object and from everything it inherits from. */
export const goOffline = (scope: object): void => {
  for (const name of MEANS) {
    for (let holder: object | null = scope; holder !== null; holder = Object.getPrototypeOf(holder) as object | null) {
      if (holder === scope || Object.hasOwn(holder, name)) Object.defineProperty(holder, name, { value: undefined, writable: false, configurable: false });
    }
  }
};
