import { HTMLElement, parse, type Node } from 'node-html-parser';

/** Elements that begin a line of their own. */
const BLOCKS = new Set(['P', 'UL', 'OL', 'LI', 'PRE', 'TABLE', 'TR', 'DIV', 'ASIDE', 'BLOCKQUOTE']);
const CELLS = new Set(['TD', 'TH']);

/** Text as it is read: citation numbers left out, code with its lines. */
const readText = (node: Node, inCode = false): string => {
  if (!(node instanceof HTMLElement)) return inCode ? node.textContent : node.textContent.replace(/\s+/g, ' ');
  if (node.classList.contains('cite')) return '';
  const text = node.childNodes.map((child) => readText(child, inCode || node.tagName === 'PRE')).join('');
  if (CELLS.has(node.tagName)) return `${text.trim()} `;
  return BLOCKS.has(node.tagName) ? `\n${text.trim()}\n` : text;
};

/** The answers in the HTML of the questions page as plain text, by id of the question: one line per paragraph, list item or table row. */
export const answersIn = (html: string): ReadonlyMap<string, string> =>
  new Map(
    parse(html, { blockTextElements: { script: true, style: true } })
      .querySelectorAll('[data-answer]')
      .map((answer) => [
        answer.getAttribute('data-answer') ?? '',
        readText(answer)
          .replaceAll('\u2060', '')
          .replace(/[ \t]+$/gm, '')
          .replace(/\n +(?=\n)/g, '\n')
          .replace(/\n{2,}/g, '\n')
          .trim(),
      ]),
  );
