import { useCallback, useEffect, useState } from 'react';
import { readLink } from './link.js';

/**
 * Where this window stands, kept in the address, so that a reload or a second window finds the same place:
 * `?as=handle&channel=C…&thread=ts`, `channel=home` being the app's home tab. `/archives/C…/p…` is a message's link.
 */
export interface Address {
  as?: string;
  channel?: string;
  thread?: string;
  /** The message to show and mark, from a link. */
  message?: string;
}

const keys = ['as', 'channel', 'thread', 'message'] as const;

export function readAddress(location: { pathname: string; search: string }): Address {
  const search = new URLSearchParams(location.search);
  const address: Address = {};
  for (const key of keys) {
    const value = search.get(key);
    if (value) address[key] = value;
  }
  const link = readLink(location.pathname + location.search);
  return link ? { ...address, ...link } : address;
}

export function writeAddress(address: Address): string {
  const search = new URLSearchParams();
  for (const key of keys) {
    const value = address[key];
    if (value) search.set(key, value);
  }
  const text = search.toString();
  return text === '' ? '/' : `/?${text}`;
}

/** The address as state; `go` adds to the browser's history, so that Back works as people expect on a phone. */
export function useAddress(): [Address, (next: Address, replace?: boolean) => void] {
  const [address, setAddress] = useState(() => readAddress(window.location));
  useEffect(() => {
    const follow = () => setAddress(readAddress(window.location));
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((next: Address, replace = false) => {
    const path = writeAddress(next);
    if (replace) window.history.replaceState(null, '', path);
    else if (path !== writeAddress(readAddress(window.location))) window.history.pushState(null, '', path);
    setAddress(next);
  }, []);
  return [address, go];
}
