import { figureFacts, requiredAttributes } from '../components/mdx/figures/facts.ts';
import { FactError } from '../facts/error.ts';
import { findFact } from '../facts/find.ts';
import { findTags, maskCode, type MdxTag } from '../facts/mdx-tags.ts';
import { loadFacts } from '../facts/registry.ts';
import type { ArticleSource } from './article-rules.ts';

/** Fewer steps are a sentence, more are a section. */
const STEPS = { least: 2, most: 9 };

/** What stands between a tag and its closing tag; undefined where that is missing. Code inside is blanked. */
const bodyOf = (text: string, { name, end }: MdxTag): string | undefined => {
  const close = maskCode(text).indexOf(`</${name}>`, end);
  return close === -1 || text[end - 2] === '/' ? undefined : maskCode(text).slice(end, close);
};

/** A flow is drawn from an ordered list and nothing else. */
const flowProblem = (body: string | undefined): string | undefined => {
  if (body === undefined) return 'needs an ordered list before </Flow>';
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const other = lines.find((line) => !/^(?:\d+\.)?\s+\S/.test(line));
  if (other !== undefined) return `takes an ordered list only, found "${other.trim().slice(0, 30)}"`;
  const steps = lines.filter((line) => /^\d+\. /.test(line)).length;
  return steps < STEPS.least || steps > STEPS.most ? `takes ${STEPS.least} to ${STEPS.most} steps, found ${steps}` : undefined;
};

const tagProblems = (text: string, tag: MdxTag): string[] => {
  const { name, attributes } = tag;
  const facts = figureFacts[name];
  if (facts === undefined) return [];
  const missing = (requiredAttributes[name] ?? []).filter((attribute) => !attributes[attribute]);
  if (missing.length > 0) return missing.map((attribute) => `the attribute "${attribute}" is missing`);
  if (attributes['id'] !== undefined && !/^[a-z][a-z0-9-]*$/.test(attributes['id']))
    return [`id "${attributes['id']}": use lower-case ascii letters, digits and hyphens`];
  try {
    for (const reference of facts(attributes, loadFacts())) findFact(reference);
  } catch (error) {
    if (error instanceof FactError) return [error.message];
    throw error;
  }
  const problem = name === 'Flow' ? flowProblem(bodyOf(text, tag)) : undefined;
  return problem === undefined ? [] : [problem];
};

/**
 * Figures that could not be drawn: an attribute is missing, a fact does not exist, claims do not compare, a flow has no steps.
 * @returns one located line per problem
 */
export const checkFigures = ({ file, text }: ArticleSource): string[] =>
  findTags(text).flatMap((tag) => tagProblems(text, tag).map((problem) => `${file}:${tag.line}: <${tag.name}>: ${problem}`));
