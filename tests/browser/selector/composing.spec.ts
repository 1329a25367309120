import { expect, type CDPSession, type Page } from '@playwright/test';
import { HOME, open, test, verdict } from './tool.ts';

const combobox = (page: Page) => page.getByRole('combobox', { name: 'モデル', exact: true });
const options = (page: Page) => page.locator('[role=option]');

const compose = (session: CDPSession, text: string) =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

/** An Enter that goes to the input method: browsers report it with key code 229, Safari after the end of the composition. */
const enterToInputMethod = async (session: CDPSession): Promise<void> => {
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 });
};

test('a model is found by its reading in kana, and the Enter that ends the composition chooses nothing', async ({ page }) => {
  await open(page, `${HOME.ja}?model=llama-3.1-8b`);
  const session = await page.context().newCDPSession(page);
  await combobox(page).focus();
  for (const text of ['く', 'くう', 'くうぇ', 'くうぇｎ', 'くうぇん']) await compose(session, text);
  await expect(combobox(page)).toHaveValue('くうぇん');
  await enterToInputMethod(session);
  await expect(verdict(page)).toContainText('Llama 3.1 8B');
  await expect(combobox(page)).toHaveValue('くうぇん');

  await session.send('Input.insertText', { text: 'くうぇん' });
  await expect(options(page).first()).toContainText('Qwen');
  await enterToInputMethod(session);
  await expect(combobox(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(verdict(page)).toContainText('Llama 3.1 8B');

  const first = (await options(page).first().innerText()).trim();
  await page.keyboard.press('Enter');
  await expect(combobox(page)).toHaveValue(first);
  await expect(verdict(page)).toContainText(first);
});

test('numbers are taken as a Japanese keyboard types them', async ({ page }) => {
  await open(page, HOME.ja);
  const session = await page.context().newCDPSession(page);
  await page.getByRole('textbox', { name: '文脈の長さ' }).selectText();
  await compose(session, '３２ｋ');
  await session.send('Input.insertText', { text: '３２ｋ' });
  await expect(verdict(page)).toContainText('文脈32,768トークン');
  await page.getByRole('textbox', { name: '予算の上限' }).focus();
  await session.send('Input.insertText', { text: '２０万円' });
  await expect(page).toHaveURL(/budget=200000/);
});

test('another model is found by typing on, after one was chosen and after a click', async ({ page }) => {
  await open(page, HOME.ja);
  await combobox(page).click();
  await page.keyboard.type('llama 3.1 8b');
  await page.keyboard.press('Enter');
  await expect(combobox(page)).toHaveValue('Llama 3.1 8B');
  await page.keyboard.type('gemma 3 4b');
  await page.keyboard.press('Enter');
  await expect(combobox(page)).toHaveValue('Gemma 3 4B');
  await combobox(page).click();
  await page.keyboard.type('qwen3 14b');
  await page.keyboard.press('Enter');
  await expect(combobox(page)).toHaveValue('Qwen3 14B');
  await expect(verdict(page)).toContainText('Qwen3 14B');
});
