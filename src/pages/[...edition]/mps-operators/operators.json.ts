import type { APIRoute } from 'astro';
import { operatorTable } from '../../../components/operators/table.ts';
import { editionParam } from '../../../navigation/edition.ts';
import { downloadOf } from '../../../operators/download.ts';

/** Once for both languages: the notes are in both. */
export const getStaticPaths = () => [{ params: { edition: editionParam('ja') } }];

/** The table as data. */
export const GET: APIRoute = () => new Response(downloadOf(operatorTable()), { headers: { 'content-type': 'application/json; charset=utf-8' } });
