import { find, wordsOf } from '../operators/match.ts';
import { nearMatches } from '../text/near.ts';
import { addressOf, askedFor, createHistory, linkedId, type Question } from './operators-address.ts';
import { readRows, showRows, type Row } from './operators-rows.ts';

// Narrows the table of operators down as one types. The table is in the page: without this script it is all shown.

/** Readers' aids are told of a new number of hits when typing pauses this long. */
const PAUSE_MS = 250;

const install = (form: HTMLElement, table: HTMLTableElement): void => {
  const input = form.querySelector<HTMLInputElement>('[name=q]');
  const status = form.querySelector<HTMLElement>('[data-filter-status]');
  const notice = form.querySelector<HTMLElement>('[data-filter-notice]');
  const near = form.querySelector<HTMLElement>('[data-filter-near]');
  const reset = form.querySelector('button');
  const radios = [...form.querySelectorAll<HTMLInputElement>('[name=kernel]')];
  if (!input || !status || !notice || !near || !reset) return;

  const rows = readRows(table);
  const past = createHistory();
  const say = (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    (form.dataset[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  const chosen = (): Question => ({ query: input.value, kernel: radios.find(({ checked }) => checked)?.value ?? '' });
  const isKernel = (value: string): boolean => radios.some((radio) => radio.value === value);
  const linkedRow = (): Row | undefined => rows.find(({ id }) => id === linkedId());

  let pause: ReturnType<typeof setTimeout> | undefined;
  const announce = (text: string, now: boolean): void => {
    clearTimeout(pause);
    if (now) status.textContent = text;
    else pause = setTimeout(() => (status.textContent = text), PAUSE_MS);
  };

  const complain = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === '';
  };

  const suggest = (names: readonly string[]): void => {
    near.hidden = names.length === 0;
    near.replaceChildren(say('near'));
    for (const name of names) {
      const link = document.createElement('a');
      link.href = `#${name}`;
      link.textContent = name;
      near.append(link, ' ');
    }
  };

  /** Shows what fits, and the row of the link whatever the filter says. */
  const show = (now: boolean): void => {
    const { query, kernel } = chosen();
    const words = wordsOf(query);
    const found = find(rows, words);
    const linked = linkedRow();
    const fits = (row: Row): boolean => (kernel === '' || row.way === kernel) && found.has(row);
    showRows(table, rows, (row) => fits(row) || row === linked);
    for (const row of rows) row.element.classList.toggle('linked', row === linked);
    reset.hidden = query === '' && kernel === '';
    const shown = rows.filter(fits).length;
    const count = shown === 0 ? say('none') : say('count', { all: rows.length, shown });
    announce(linked !== undefined && !fits(linked) ? count + say('linked') : count, now);
    const [word = '', ...more] = words;
    const ids = rows.map(({ id }) => id);
    suggest(shown === 0 && more.length === 0 ? nearMatches(word, ids) : []);
  };

  const choose = ({ query, kernel }: Question): void => {
    input.value = query;
    for (const radio of radios) radio.checked = radio.value === kernel;
  };

  /** Takes over what the address asks for, and says what of it does not exist. */
  const read = (): void => {
    const { query, kernel } = askedFor();
    choose({ query, kernel: isKernel(kernel) ? kernel : '' });
    const id = linkedId();
    if (!isKernel(kernel)) complain(say('unknownkernel', { value: kernel.slice(0, 40) }));
    else complain(id !== '' && document.getElementById(id) === null ? say('unknownrow', { value: id.slice(0, 80) }) : '');
    show(true);
    linkedRow()?.element.scrollIntoView({ block: 'center' });
  };

  /** Puts what was chosen into the address; a row that was linked is let go. */
  const change = (isTyping: boolean): void => {
    complain('');
    past.write(addressOf(chosen()), isTyping);
    show(!isTyping);
  };

  let composing = false;
  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    change(true);
  });
  input.addEventListener('input', () => {
    if (!composing) change(true);
  });
  input.addEventListener('change', past.settle);
  for (const radio of radios) radio.addEventListener('change', () => change(false));
  reset.addEventListener('click', () => {
    choose({ query: '', kernel: '' });
    change(false);
    input.focus();
  });
  // Links to rows, and back and forth.
  addEventListener('popstate', () => {
    past.settle();
    read();
  });

  read();
  // A shared question is answered by the table, which is not the first thing on the page.
  if (location.hash === '' && location.search !== '') form.scrollIntoView();
};

const form = document.querySelector<HTMLElement>('[data-operator-filter]');
const table = document.querySelector<HTMLTableElement>('table.operators');
if (form && table) install(form, table);
