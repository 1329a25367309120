import { useEffect } from 'preact/hooks';

/** A slider moves through many values; the address takes the one at which it rests. */
const REST_MS = 300;

/** Writes an address into the address bar without a new entry in the history: going back must leave the page, not undo a slider. */
export const useAddress = (address: string, active: boolean): void =>
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => history.replaceState(history.state, '', address + location.hash), REST_MS);
    return () => clearTimeout(timer);
  }, [address, active]);
