import type { Term } from '../schemas/term.ts';
import type { TermMatcher } from './matcher.ts';

/** Words of a text that name a term, and what stands beside them. */
export interface Use {
  readonly words: string;
  readonly term: Term;
  /** The characters before and after, or nothing where the text begins or ends */
  readonly before: string;
  readonly after: string;
}

/** HTML with the first use of each term marked, and the terms in the order of their uses. */
export interface MarkedHtml {
  readonly html: string;
  readonly terms: readonly Term[];
}

/** Elements whose words are no running text, or which cannot hold a button. */
const LEFT_ALONE = new Set(
  'a audio button canvas code dt figure h1 h2 h3 h4 h5 h6 head iframe kbd label math nav noscript object option pre samp script select style summary svg table template textarea title video'.split(
    ' ',
  ),
);
/** Elements whose content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
/** Titles of boxes are headings in all but name; what the search leaves out is no running text either. */
const LEFT_ALONE_BY_ATTRIBUTE = /\sclass="[^"]*\b(?:summary-title|callout-title|code-frame)\b|\sdata-pagefind-ignore\b/;

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[a-zA-Z/!?](?:"[^"]*"|'[^']*'|[^'">])*>/g;
const TAG = /^<(\/?)([a-zA-Z][^\s/>]*)/;
/** `&amp;` is one character, not a word. */
const ENTITY = /&(?:#\w+|\w+);/;

/**
 * Marks the first use of each term in the running text of some HTML. Nothing but the marks is added: tags and text stay byte for byte as they were.
 * @param mark HTML around the words of a use
 * @param most how many terms get a mark
 */
export const markTerms = (html: string, matcher: TermMatcher, mark: (use: Use) => string, most: number): MarkedHtml => {
  const used = new Set<Term>();

  const markText = (text: string): string => {
    if (used.size >= most) return text;
    let marked = '';
    let from = 0;
    for (const { start, end, term } of matcher(text)) {
      if (used.size >= most) break;
      if (used.has(term)) continue;
      used.add(term);
      marked += text.slice(from, start) + mark({ words: text.slice(start, end), term, before: text.charAt(start - 1), after: text.charAt(end) });
      from = end;
    }
    return marked + text.slice(from);
  };
  const markBetweenEntities = (text: string): string =>
    text
      .split(new RegExp(`(${ENTITY.source})`))
      .map((part, index) => (index % 2 === 0 ? markText(part) : part))
      .join('');

  /** Open elements; `quiet` where their text is left alone. */
  const open: { name: string; quiet: boolean }[] = [];
  const isQuiet = (): boolean => open.at(-1)?.quiet ?? false;
  let result = '';
  let from = 0;
  const takeText = (to: number): void => {
    const text = html.slice(from, to);
    result += isQuiet() ? text : markBetweenEntities(text);
  };

  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(html); token !== null; token = TOKEN.exec(html)) {
    const [whole] = token;
    const [, closing, rawName] = TAG.exec(whole) ?? [];
    const name = rawName?.toLowerCase();
    const raw = open.at(-1)?.name;
    // Inside raw text only its own end tag is a tag.
    if (raw !== undefined && RAW.has(raw) && !(closing === '/' && name === raw)) {
      TOKEN.lastIndex = token.index + 1;
      continue;
    }
    takeText(token.index);
    result += whole;
    from = TOKEN.lastIndex;
    if (name === undefined) continue;
    if (closing === '/') {
      const at = open.findLastIndex((element) => element.name === name);
      if (at !== -1) open.length = at;
    } else if (!VOID.has(name) && !whole.endsWith('/>')) {
      open.push({ name, quiet: isQuiet() || LEFT_ALONE.has(name) || LEFT_ALONE_BY_ATTRIBUTE.test(whole) });
    }
  }
  takeText(html.length);
  return { html: result, terms: [...used] };
};
