import { find, wordsOf, type Entry } from '../operators/match.ts';
import { unify } from '../text/fold.ts';
import { nearMatches } from '../text/near.ts';

// Narrows the table of operators down as one types. The table is in the page: without this script it is all shown.

/** Readers' aids are told of a new number of hits when typing pauses this long. */
const PAUSE_MS = 250;

interface Row extends Entry {
  readonly element: HTMLTableRowElement;
  readonly way: string;
}

/** What the address asks for. */
interface Question {
  readonly query: string;
  readonly kernel: string;
}

const install = (form: HTMLElement): void => {
  const input = form.querySelector<HTMLInputElement>('[name=q]');
  const status = form.querySelector<HTMLElement>('[data-filter-status]');
  const notice = form.querySelector<HTMLElement>('[data-filter-notice]');
  const near = form.querySelector<HTMLElement>('[data-filter-near]');
  const reset = form.querySelector('button');
  const radios = [...form.querySelectorAll<HTMLInputElement>('[name=kernel]')];
  if (!input || !status || !notice || !near || !reset) return;

  const rows = Array.from(document.querySelectorAll<HTMLTableRowElement>('.operators tr[id]'), (element): Row => {
    const [head, ...cells] = element.cells;
    return {
      element,
      way: element.dataset['way'] ?? '',
      names: unify(`${element.id} ${head?.textContent ?? ''}`),
      text: unify(cells.map(({ textContent }) => textContent).join(' ')),
    };
  });
  const table = document.querySelector<HTMLTableElement>('.operators');
  const bodies = [...document.querySelectorAll<HTMLTableSectionElement>('.operators tbody')];
  const say = (key: string, values: Readonly<Record<string, string | number>>): string =>
    (form.dataset[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

  /** The row the address names, whatever the filter says. */
  const linkedRow = (): Row | undefined => {
    const name = hash();
    return rows.find(({ element }) => element.id === name);
  };
  const hash = (): string => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return location.hash.slice(1);
    }
  };
  const isKernel = (value: string): boolean => radios.some((radio) => radio.value === value);
  const asked = (): Question => {
    const parameters = new URLSearchParams(location.search);
    return { query: parameters.get('q') ?? '', kernel: parameters.get('kernel') ?? '' };
  };
  const chosen = (): Question => ({ query: input.value, kernel: radios.find(({ checked }) => checked)?.value ?? '' });

  let pause: ReturnType<typeof setTimeout> | undefined;
  const announce = (text: string, now: boolean): void => {
    clearTimeout(pause);
    if (now) status.textContent = text;
    else pause = setTimeout(() => (status.textContent = text), PAUSE_MS);
  };

  const suggest = (words: readonly string[]): void => {
    const names =
      words.length === 1
        ? nearMatches(
            words[0] ?? '',
            rows.map(({ element }) => element.id),
          )
        : [];
    near.hidden = names.length === 0;
    near.replaceChildren(
      form.dataset['near'] ?? '',
      ...names.flatMap((name, index) => {
        const link = document.createElement('a');
        link.href = `#${name}`;
        link.textContent = name;
        return index === 0 ? [link] : [' ', link];
      }),
    );
  };

  /** Shows what fits, and the linked row. */
  const show = (now: boolean): void => {
    const { query, kernel } = chosen();
    const words = wordsOf(query);
    const linked = linkedRow();
    const found = find(rows, words);
    const fits = (row: Row): boolean => (kernel === '' || row.way === kernel) && found.has(row);
    let shown = 0;
    for (const row of rows) {
      const isShown = fits(row);
      if (isShown) shown++;
      row.element.hidden = !isShown && row !== linked;
      row.element.classList.toggle('linked', row === linked);
    }
    for (const body of bodies) body.hidden = !body.querySelector('tr[id]:not([hidden])');
    if (table) table.hidden = bodies.every(({ hidden }) => hidden);
    reset.hidden = query === '' && kernel === '';
    const linkedOnly = linked !== undefined && !fits(linked);
    const count = shown === 0 ? say('none', {}) : say('count', { all: rows.length, shown });
    announce(linkedOnly ? `${count}${say('linked', {})}` : count, now);
    if (shown === 0) suggest(words);
    else near.hidden = true;
  };

  const complain = (text: string): void => {
    notice.textContent = text;
    notice.hidden = text === '';
  };

  /** Takes over what the address asks for, and says what of it does not exist. */
  const read = (): void => {
    const { query, kernel } = asked();
    input.value = query;
    for (const radio of radios) radio.checked = radio.value === (isKernel(kernel) ? kernel : '');
    const target = hash();
    const unknownRow = target !== '' && document.getElementById(target) === null;
    complain(!isKernel(kernel) ? say('unknownkernel', { value: kernel.slice(0, 40) }) : unknownRow ? say('unknownrow', { value: target.slice(0, 80) }) : '');
    show(true);
  };

  let typing = false;
  /** Writes the question into the address. One spell of typing is one step back; a row that was linked is let go. */
  const write = (isTyping: boolean): void => {
    const { query, kernel } = chosen();
    const parameters = new URLSearchParams();
    if (query.trim() !== '') parameters.set('q', query.trim());
    if (kernel !== '') parameters.set('kernel', kernel);
    const search = parameters.toString();
    const address = location.pathname + (search === '' ? '' : `?${search}`);
    if (isTyping && typing) history.replaceState(null, '', address);
    else if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
    typing = isTyping;
  };

  const change = (isTyping: boolean): void => {
    complain('');
    write(isTyping);
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
  // A settled query ends the spell of typing.
  input.addEventListener('change', () => (typing = false));
  for (const radio of radios) radio.addEventListener('change', () => change(false));
  reset.addEventListener('click', () => {
    input.value = '';
    for (const radio of radios) radio.checked = radio.value === '';
    change(false);
    input.focus();
  });

  const showLinked = (): void => {
    linkedRow()?.element.scrollIntoView({ block: 'center' });
  };
  // Links to rows, and back and forth.
  addEventListener('popstate', () => {
    typing = false;
    read();
    showLinked();
  });

  read();
  const { query, kernel } = asked();
  if (location.hash !== '') showLinked();
  else if (query !== '' || kernel !== '') form.scrollIntoView();
};

const form = document.querySelector<HTMLElement>('[data-operator-filter]');
if (form) install(form);
