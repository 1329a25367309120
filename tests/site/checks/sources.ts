import type { Site } from '../site.ts';
import { articles } from '../site.ts';

/** Facts and citations of articles that do not lead to a source with an https address and a date. */
export const sourceProblems = (site: Site): string[] =>
  articles(site).flatMap(({ path, root }) => {
    const problems: string[] = [];
    for (const link of root.querySelectorAll('a.fact, a.cite')) {
      const entry = root.querySelector(`.sources li[id="${(link.getAttribute('href') ?? '').slice(1)}"]`);
      if (!entry) problems.push(`${path}: "${link.text}" leads to no source`);
    }
    for (const entry of root.querySelectorAll('.sources li')) {
      const addresses = entry.querySelectorAll('a').map((link) => link.getAttribute('href') ?? '');
      if (addresses.length === 0 || addresses.some((address) => !/^https:\/\/[^/]+\.[a-z]+\//.test(address)))
        problems.push(`${path}: source "${entry.text.slice(0, 60)}" has no address a reader can open`);
      if (!/\b(?:19|20)\d\d\b/.test(entry.text)) problems.push(`${path}: source "${entry.text.slice(0, 60)}" has no date`);
    }
    return problems;
  });
