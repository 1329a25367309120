import { useEffect, useMemo } from 'preact/hooks';

export interface FrameValue<T> {
  /** Keeps the value for the next frame; of several only the last counts. */
  readonly put: (value: T) => void;
  /** Sends what is waiting at once. */
  readonly flush: () => void;
}

/** Passes values on at most once per frame of the screen: a slider reports more often than anybody can see. */
export const frameValue = <T>(send: () => (value: T) => void, request = requestAnimationFrame, cancel = cancelAnimationFrame): FrameValue<T> => {
  let waiting: { readonly value: T } | null = null;
  let frame = 0;
  const flush = (): void => {
    if (waiting === null) return;
    const { value } = waiting;
    waiting = null;
    cancel(frame);
    send()(value);
  };
  return {
    put: (value) => {
      const asked = waiting !== null;
      waiting = { value };
      if (!asked) frame = request(flush);
    },
    flush,
  };
};

/** `frameValue` for a component. What waits when it goes away is still sent. */
export const useFrameValue = <T>(onValue: (value: T) => void): FrameValue<T> => {
  const held = useMemo(() => {
    let made: FrameValue<T> | null = null;
    const latest = { send: onValue };
    // Made when first used: the server has no frames.
    const get = (): FrameValue<T> => (made ??= frameValue(() => latest.send));
    return { latest, value: { put: (value: T) => get().put(value), flush: () => made?.flush() } };
  }, []);
  held.latest.send = onValue;
  useEffect(() => held.value.flush, []);
  return held.value;
};
