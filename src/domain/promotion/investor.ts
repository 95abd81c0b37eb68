import { nearestNames } from '../near-name.js';
import { evened } from '../search-key.js';

const LEGAL_FORM =
  /(?:\((?:中国|集团)\)|(?:股份|集团|控股)?(?:有限责任公司|有限公司|股份公司)|(?:集团|控股)?公司|集团|(?:co\.?,?\s*)?(?:ltd|limited|inc|corp(?:oration)?|gmbh)\.?)$/i;

/** An investor's name as leads are compared by: without width, case, blanks, punctuation and the form of the firm. */
export function investorKey(name: string): string {
  let plain = name.normalize('NFKC').trim();
  for (let before = ''; before !== plain; ) {
    before = plain;
    const shorter = plain.replace(LEGAL_FORM, '').trim();
    if (evened(shorter).length >= 2) plain = shorter;
  }
  return evened(plain);
}

/** The leads whose investor may be the same under another name, nearest first: for a person to say, never taken for it. */
export function nearInvestors<L extends { readonly investorKey: string }>(
  key: string,
  leads: readonly L[],
): readonly L[] {
  const called = leads.map((lead) => ({ lead, name: lead.investorKey, nameEn: lead.investorKey }));
  return nearestNames(key, called, MOST_NEAR)
    .map(({ lead }) => lead)
    .filter((lead) => lead.investorKey !== key);
}

const MOST_NEAR = 3;
