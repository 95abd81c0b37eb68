/** Words that say only that somebody is in a hurry. */
const HURRY =
  /加急|紧急|着急|十万火急|急需|急|尽快|尽早|马上|立即|立刻|越快越好|很|非常|特别|十分|太|请|领导|帮忙|办理|解决|处理|重要|urgent(?:ly)?|asap|important|please|very|soon|quick(?:ly)?/giu;

/** Less than this is no reason: `汛期将至` is one. */
const SHORTEST = 4;

/** Whether the reason for which something is urgent says more than that it is. */
export const hasSubstance = (reason: string): boolean =>
  [
    ...reason
      .normalize('NFKC')
      .replace(HURRY, '')
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ].length >= SHORTEST;
