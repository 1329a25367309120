/** Longest value that is put in: a value of values of values must not grow without end. */
const LONGEST = 500;

const VARIABLE = /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g;

/** Variables of a script or Dockerfile, as far as their values stand there. */
export interface Variables {
  readonly set: (name: string, value: string) => void;
  /** Puts values in; a variable nobody set stays as it is written. */
  readonly fill: (text: string) => string;
}

/** Remembers variables in the order they are set. */
export const shellVariables = (): Variables => {
  const values = new Map<string, string>();
  const fill = (text: string): string => {
    if (!text.includes('$')) return text;
    return text.replace(VARIABLE, (written: string, braced?: string, fallback?: string, bare?: string) => {
      return values.get(braced ?? bare ?? '') ?? fallback?.replace(/^(["'])(.*)\1$/s, '$2') ?? written;
    });
  };
  return {
    set: (name, value) => {
      const filled = fill(value.slice(0, LONGEST));
      // What a command prints is not known.
      if (filled.length > LONGEST || filled.includes('$(') || filled.includes('`')) values.delete(name);
      else values.set(name, filled);
    },
    fill,
  };
};
