import { expect, type Locator, type Page } from '@playwright/test';

/** More stops of the Tab key than anybody would take. */
const MOST_STOPS = 60;

/** Keystroke-level model (Card, Moran, Newell 1980): a key press of somebody who does not type for a living, and the thought before a choice. */
const KEY_SECONDS = 0.28;
const THOUGHT_SECONDS = 1.35;

/** Whether a control has the focus; of radio buttons one has it for all. Runs in the page. */
const isReached = (control: Element): boolean => {
  const focused = document.activeElement;
  const areRadios = control instanceof HTMLInputElement && focused instanceof HTMLInputElement && control.type === 'radio' && focused.type === 'radio';
  return focused === control || (areRadios && focused.name === control.name && focused.form === control.form);
};

/** Whether somebody who looks at the page sees where the focus is. Runs in the page. */
const isFocusDrawn = (control: Element): boolean => {
  const focused = document.activeElement ?? control;
  const outlines = [focused, focused.closest('label'), focused.parentElement, ...(focused.parentElement?.children ?? [])];
  return outlines.some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = element ? getComputedStyle(element) : { outlineStyle: 'none', outlineWidth: '0', boxShadow: 'none' };
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  });
};

/** How far the wanted entry is from the chosen one, in a list or a group of radio buttons. Runs in the page. */
const distance = (control: Element): number => {
  const group = control instanceof HTMLInputElement ? [...document.querySelectorAll<HTMLInputElement>(`[name="${control.name}"]`)] : [];
  return group.findIndex((one) => one === control) - group.findIndex((one) => one.checked);
};

/**
 * Somebody at the keyboard: every control is reached with Tab and set with keys, never by its value. Each control that is reached and set
 * counts as one interaction.
 */
export class Hands {
  readonly interactions: string[] = [];
  #keys = 0;

  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How long this takes somebody, reading not counted. */
  get seconds(): number {
    return this.#keys * KEY_SECONDS + this.interactions.length * THOUGHT_SECONDS;
  }

  get keys(): number {
    return this.#keys;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count++) await this.page.keyboard.press(key);
    this.#keys += times;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    this.#keys += text.length;
  }

  /** Goes to a control, forwards or backwards as it stands in the page. */
  async reach(control: Locator): Promise<void> {
    this.interactions.push(String(control));
    if (await control.evaluate(isReached)) return;
    const isBehind = await control.evaluate((element) => {
      const focused = document.activeElement;
      return focused !== null && focused !== document.body && (focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await this.press(isBehind ? 'Shift+Tab' : 'Tab');
      if (!(await control.evaluate(isReached))) continue;
      expect(await control.evaluate(isFocusDrawn), `the focus on ${String(control)} can be seen`).toBe(true);
      return;
    }
    throw new Error(`the Tab key does not lead to ${String(control)}`);
  }

  /** Presses a button, opens a fold, ticks a box. */
  async use(control: Locator, key: 'Enter' | 'Space' = 'Space'): Promise<void> {
    await this.reach(control);
    await this.press(key);
  }

  /** Chooses a radio button with the arrow keys. */
  async choose(radio: Locator): Promise<void> {
    await this.reach(radio);
    const steps = await radio.evaluate(distance);
    await this.press(steps < 0 ? 'ArrowLeft' : 'ArrowRight', Math.abs(steps));
    await expect(radio).toBeChecked();
  }

  /** Chooses from a native list: by the first letters, then with the arrow keys. */
  async pick(list: Locator, label: string): Promise<void> {
    await this.reach(list);
    const start = /^[A-Za-z0-9]+/.exec(label)?.[0] ?? '';
    if (start !== '') await this.type(start);
    const steps = await list.evaluate((element: HTMLSelectElement, wanted) => {
      const labels = [...element.options].map((option) => option.label.trim());
      return labels.indexOf(wanted) - element.selectedIndex;
    }, label);
    await this.press(steps < 0 ? 'ArrowUp' : 'ArrowDown', Math.abs(steps));
    await expect(list.locator('option:checked')).toHaveText(label);
  }

  /** Writes over what stands in a field: reaching it with Tab selects all of it. */
  async write(field: Locator, text: string): Promise<void> {
    await this.reach(field);
    await this.type(text);
    await expect(field).toHaveValue(text);
  }

  /** Finds an entry of a combobox by typing, goes to it with the arrow keys and takes it. */
  async find(combobox: Locator, text: string, entry: string): Promise<void> {
    await this.reach(combobox);
    await this.type(text);
    const options = this.page.locator('[role=option]');
    const active = this.page.locator('[role=option][data-active]');
    await expect(options.filter({ hasText: entry }).first()).toBeVisible();
    const most = await options.count();
    for (let step = 0; step < most && (await active.innerText()).trim() !== entry; step++) await this.press('ArrowDown');
    await this.press('Enter');
    await expect(combobox).toHaveValue(entry);
  }
}
