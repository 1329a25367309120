/** What narrows the table of operators down. */
export interface Question {
  readonly query: string;
  readonly kernel: string;
}

/** What the address asks for; what it does not name is empty. */
export const askedFor = (): Question => {
  const parameters = new URLSearchParams(location.search);
  return { query: parameters.get('q') ?? '', kernel: parameters.get('kernel') ?? '' };
};

/** Address of the page with this question, without the row a link named. */
export const addressOf = ({ query, kernel }: Question): string => {
  const parameters = new URLSearchParams();
  if (query.trim() !== '') parameters.set('q', query.trim());
  if (kernel !== '') parameters.set('kernel', kernel);
  const search = parameters.toString();
  return location.pathname + (search === '' ? '' : `?${search}`);
};

/** The id behind the `#` of the address, as it stands where it cannot be decoded. */
export const linkedId = (): string => {
  const id = location.hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** Puts addresses into the history so that one spell of typing is one step back. */
export const createHistory = () => {
  let typing = false;
  return {
    /** What is typed from now on is a new step. */
    settle: (): void => {
      typing = false;
    },
    write: (address: string, isTyping: boolean): void => {
      if (isTyping && typing) history.replaceState(null, '', address);
      else if (address !== location.pathname + location.search + location.hash) history.pushState(null, '', address);
      typing = isTyping;
    },
  };
};
