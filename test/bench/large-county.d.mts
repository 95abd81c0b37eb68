import type { Store } from '../../src/store/home/open.js';

export function fillProgram(
  store: Pick<Store, 'client'>,
  programId: number,
  size: { readonly projects: number; readonly reports: number; readonly from: string },
): Promise<void>;
