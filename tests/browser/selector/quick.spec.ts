import { expect, type Page } from '@playwright/test';
import { HOME, open, test, verdict } from './tool.ts';

/** Much of the form follows another task or model one frame later. Nobody who is quicker than that may lose a choice. */

const model = (page: Page) => page.getByRole('combobox', { name: 'モデル', exact: true });

/** Clicks one after the other, with time to render between them but none to paint. */
const clickWithinOneFrame = (page: Page, selectors: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    await new Promise(requestAnimationFrame);
    for (const selector of all) {
      document.querySelector<HTMLElement>(selector)?.click();
      await Promise.resolve();
    }
  }, selectors);

test('what is chosen within one frame is all taken over', async ({ page }) => {
  await open(page, HOME.ja);
  await clickWithinOneFrame(page, ['[name=task][value=speech]', '[name=mac][value=have]', '[name=task][value=image]']);
  await expect(page.locator('#ask-px')).toBeVisible();
  await expect(page.locator('#ask-chip')).toBeVisible();
  await expect(page.locator('[name=task]:checked')).toHaveValue('image');
  await expect(verdict(page)).toContainText('画像生成');
  await expect(page).toHaveURL(/task=image.*chip=/);
});

test('a task left within the same frame leaves the form as it was', async ({ page }) => {
  await open(page, HOME.ja);
  const before = await model(page).inputValue();
  await clickWithinOneFrame(page, ['[name=task][value=image]', '[name=task][value=chat]']);
  await expect(verdict(page)).toContainText(before);
  await expect(model(page)).toHaveValue(before);
  await expect(page.locator('[name=task]:checked')).toHaveValue('chat');
});

test('a chosen model shows before the next frame, and a quantization chosen meanwhile stays', async ({ page }) => {
  await open(page, HOME.ja);
  await model(page).focus();
  await page.keyboard.type('llama');
  const option = page.locator('[role=option]').first();
  const name = await option.locator('span').first().innerText();
  const shown = await option.evaluate(async (entry: HTMLElement) => {
    await new Promise(requestAnimationFrame);
    entry.click();
    await Promise.resolve();
    const input = document.querySelector<HTMLInputElement>('#ask-model');
    const quant = document.querySelector<HTMLSelectElement>('#ask-quant');
    if (!input || !quant) throw new Error('no model, no quantization');
    const { value, ariaExpanded } = input;
    const sent = new FormData(input.form ?? undefined).get('model');
    quant.value = 'q8_0';
    quant.dispatchEvent(new Event('change', { bubbles: true }));
    return { value, ariaExpanded, sent };
  });
  expect(shown).toMatchObject({ value: name, ariaExpanded: 'false' });
  expect(shown.sent).toContain('llama');
  await expect(verdict(page)).toContainText(name);
  await expect(page.locator('#ask-quant')).toHaveValue('q8_0');
  await expect(page).toHaveURL(new RegExp(`model=${shown.sent}.*quant=q8_0`));
});
