import { expect, type CDPSession, type Page } from '@playwright/test';
import { HOME, open, test, verdict } from './tool.ts';

/** How much slower than this machine: a phone of a few years ago. */
const SLOWDOWN = 4;
const RUNS = 4;

interface Paint {
  /** From the key to the next paint, as the browser measures it (Event Timing; whole 8 ms, nothing below 16). */
  readonly untilPaint: number;
  /** From the key to the paint of the new answer, which may follow that of the control; 0 where the answer stays. */
  readonly untilAnswer: number;
  /** Time of the processor on the main thread, which other programs do not lengthen. */
  readonly style: number;
  readonly layout: number;
  /** These and all else: scripts, painting. */
  readonly all: number;
}

/** Notes every key press with the time until what it changed was painted. */
const watchEvents = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const paints: number[] = [];
    const answers: number[] = [];
    Object.assign(window, { paints, answers });
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true);
    // The task after the callbacks of a frame starts when the frame has been painted.
    const painted = (): unknown => setTimeout(() => answers.push(performance.now() - pressed));
    const result = document.querySelector('.tool-result');
    if (result) new MutationObserver(() => requestAnimationFrame(painted)).observe(result, { childList: true, characterData: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name.startsWith('key') || name === 'input') paints.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });

const METRICS = { style: 'RecalcStyleDuration', layout: 'LayoutDuration', all: 'TaskDuration' } as const;

const spent = async (session: CDPSession): Promise<Omit<Paint, 'untilPaint' | 'untilAnswer'>> => {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => 1000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
  return { style: of(METRICS.style), layout: of(METRICS.layout), all: of(METRICS.all) };
};

/** Presses a key and waits until what follows from it is on the screen. */
const press = async (page: Page, session: CDPSession, key: string): Promise<Paint> => {
  const before = await spent(session);
  await page.keyboard.press(key);
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
  const after = await spent(session);
  const { untilPaint, untilAnswer } = await page.evaluate(() => {
    const { paints, answers } = window as unknown as Record<'paints' | 'answers', number[]>;
    return { untilPaint: Math.max(16, ...paints.splice(0)), untilAnswer: Math.max(0, ...answers.splice(0)) };
  });
  const difference = (name: keyof typeof METRICS): number => after[name] - before[name];
  return { untilPaint, untilAnswer, style: difference('style'), layout: difference('layout'), all: difference('all') };
};

/** What a reader changes, each as a control to focus and two keys that take turns. */
const CHANGES = [
  { name: 'task', control: (page: Page) => page.locator('input[name=task]:checked'), keys: ['ArrowRight', 'ArrowLeft'] },
  { name: 'slider step', control: (page: Page) => page.getByRole('slider'), keys: ['ArrowLeft', 'ArrowRight'] },
  { name: 'quantization', control: (page: Page) => page.locator('#ask-quant'), keys: ['ArrowDown', 'ArrowUp'] },
  { name: 'context, typed', control: (page: Page) => page.locator('#ask-ctx'), keys: ['1', 'Backspace'] },
  { name: 'grid and back', control: (page: Page) => page.getByRole('radio', { name: 'あなたの答え' }), keys: ['ArrowRight', 'ArrowLeft'] },
] as const;

const median = (numbers: readonly number[]): number => Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0);

const row = (name: string, paints: readonly Paint[]): string => {
  const of = (part: keyof Paint): number => median(paints.map((paint) => paint[part]));
  const slowest = Math.max(...paints.map(({ untilPaint }) => untilPaint));
  return `${name.padEnd(16)} ${of('untilPaint')} ms (slowest ${slowest}), answer ${of('untilAnswer')} ms; processor ${of('all')} ms, of which style ${of('style')}, layout ${of('layout')}`;
};

test('how long a change takes until it is painted, on a slow machine (reported, not judged)', async ({ page }) => {
  await open(page, HOME.ja);
  await watchEvents(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const rows: string[] = [];
  for (const { name, control, keys } of CHANGES) {
    await control(page).focus();
    // What is loaded or compiled when first used is not what is asked here.
    for (const key of keys) await press(page, session, key);
    const paints: Paint[] = [];
    for (let run = 0; run < RUNS; run++) paints.push(await press(page, session, keys[run % 2] ?? keys[0]));
    rows.push(row(name, paints));
  }
  const typed: Paint[] = [];
  const chosen: Paint[] = [];
  await page.getByRole('combobox', { name: 'モデル', exact: true }).focus();
  for (let run = 0; run < RUNS; run++) {
    for (const letter of run % 2 === 0 ? 'llama' : 'qwen3') typed.push(await press(page, session, letter));
    chosen.push(await press(page, session, 'Enter'));
  }
  rows.push(row('model, a letter', typed), row('model, chosen', chosen));
  await expect(verdict(page).locator('strong')).not.toBeEmpty();
  const report = [`CPU × ${SLOWDOWN}, from the key to the paint, median:`, ...rows].join('\n  ');
  test.info().annotations.push({ type: 'pace', description: report });
  process.stdout.write(`${report}\n`);
});
