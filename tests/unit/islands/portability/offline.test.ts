import { describe, expect, it } from 'vitest';
import { goOffline } from '../../../../src/islands/portability/offline.ts';

describe('a worker that goes offline', () => {
  it('has no means of connecting left, of its own or inherited', () => {
    class Base {
      fetch(): string {
        return 'sent';
      }
    }
    class Scope extends Base {
      WebSocket = Base;
    }
    const scope = new Scope();
    goOffline(scope);
    expect(scope.fetch).toBeUndefined();
    expect(scope.WebSocket).toBeUndefined();
    expect(Base.prototype.fetch).toBeUndefined();
    expect(() => {
      scope.fetch = () => 'sent';
    }).toThrow();
    expect(() => goOffline(scope)).not.toThrow();
  });
});
