// Without a backtracking plus around it: a line of ten thousand 好的 is walked once.
const COURTESY =
  /(?:好的?|收到|谢谢|感谢|多谢|辛苦了?|明白|知道了?|了解|可以|行|嗯+|哦+|okay|ok|thank you|thanks?|got it|noted|roger|yes|no|是的?|对的?|不是|没有|没事|哈+|呵+|早上好|早|晚安|再见|大家|各位|您|你们?|领导|放心|落实|[了啊呀哈的去办]|马上|立即|这就|一定|尽快|抓紧|please|great|good|well done|加油|赞|牛|[\s,。!~.、;])/y;

/** True for a line of nothing but courtesies: 收到，马上落实. */
export function isCourtesy(plain: string): boolean {
  COURTESY.lastIndex = 0;
  while (COURTESY.lastIndex < plain.length) if (!COURTESY.test(plain)) return false;
  return true;
}
