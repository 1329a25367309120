import { describe, expect, test } from 'vitest';
import { frameValue } from '../../../../../src/islands/selector/ask/frame.ts';

/** A screen whose frames come when they are called. */
const screen = () => {
  const waiting = new Map<number, FrameRequestCallback>();
  let last = 0;
  return {
    request: (callback: FrameRequestCallback) => {
      waiting.set((last += 1), callback);
      return last;
    },
    cancel: (frame: number) => void waiting.delete(frame),
    paint: () => {
      for (const [frame, callback] of [...waiting]) {
        waiting.delete(frame);
        callback(0);
      }
    },
    asked: () => waiting.size,
  };
};

describe('values on their way to the next frame', () => {
  test('of many only the last is sent, once per frame', () => {
    const { request, cancel, paint, asked } = screen();
    const sent: number[] = [];
    const frame = frameValue<number>(() => (value) => sent.push(value), request, cancel);
    for (const value of [1, 2, 3]) frame.put(value);
    expect(sent).toEqual([]);
    expect(asked()).toBe(1);
    paint();
    frame.put(4);
    paint();
    paint();
    expect(sent).toEqual([3, 4]);
  });

  test('letting go sends at once, and not again with the frame', () => {
    const { request, cancel, paint } = screen();
    const sent: number[] = [];
    const frame = frameValue<number>(() => (value) => sent.push(value), request, cancel);
    frame.flush();
    frame.put(7);
    frame.flush();
    paint();
    frame.flush();
    expect(sent).toEqual([7]);
  });
});
