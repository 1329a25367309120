import { EXAMPLE_IDS, type ExampleId } from '../example-ids.ts';
import type { Say } from '../text.ts';

interface Props {
  say: Say;
  /** Address of the page, without query. */
  path: string;
  onOpen: (id: ExampleId) => void;
}

/** Examples are links: each has an address of its own, which works before the page has woken up. */
export const Examples = ({ say, path, onOpen }: Props) => (
  <nav class="checker-examples" aria-labelledby="checker-examples">
    <h2 id="checker-examples">{say('examples')}</h2>
    <ul>
      {EXAMPLE_IDS.map((id) => (
        <li key={id}>
          <a
            class="button"
            href={`${path}?example=${id}`}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
              event.preventDefault();
              onOpen(id);
            }}
          >
            {say(`example.${id}`)}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
