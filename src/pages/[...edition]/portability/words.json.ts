import type { APIRoute } from 'astro';
import { reportData } from '../../../components/portability/report-data.ts';
import { editionPaths, type EditionProps } from '../../../navigation/edition.ts';

export const getStaticPaths = editionPaths;

/** The words of the checker's reports. They are data, not script: the page fetches them with the first check. */
export const GET: APIRoute<EditionProps> = ({ props: { locale } }) =>
  new Response(JSON.stringify(reportData(locale)), { headers: { 'content-type': 'application/json; charset=utf-8' } });
