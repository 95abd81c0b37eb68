import { expect, test } from 'vitest';
import { BURDEN_BANS, burdenBanOf } from '../../src/domain/burden-ban.js';

const asked = (name: string, value: unknown = true) => burdenBanOf(name, value)?.asks.zh;

test('what a county writes for a burden is recognised, in either language and any spelling', () => {
  const written: Readonly<Record<string, readonly string[]>> = {
    积分打分: ['points', 'pointsPerReport', 'score', 'scoring', 'SCORE_BOARD', '积分', '单位得分', '扣分标准'],
    排名: ['ranking', 'rankBy', 'unit-ranking', 'leaderboard', 'standings', '排名', '单位排行榜', '晾晒', '末位表态'],
    必须拍照留痕: ['photoRequired', 'requirePhotos', 'photos_min', 'mandatoryPhoto', 'photo', '必须拍照', '强制截图'],
    打卡签到: ['checkIn', 'check-ins', 'checkin', 'clockIn', '打卡', '每日签到'],
    已读回执: ['readReceipts', 'read_receipt', 'readBy', 'seenBy', '已读回执', '未读名单'],
    个人使用统计: ['onlineTime', 'lastSeen', 'loginCount', 'usageStatistics', '在线时长', '活跃度', '个人统计'],
  };
  for (const [burden, names] of Object.entries(written))
    expect(Object.fromEntries(names.map((name) => [name, asked(name)]))).toEqual(
      Object.fromEntries(names.map((name) => [name, burden])),
    );
  expect(Object.keys(written)).toEqual(BURDEN_BANS.map((ban) => ban.asks.zh));
});

test('what is switched off, misspelt or something else asks for none', () => {
  const off = ['ranking', 'points', 'photoRequired', 'checkIn', '已读回执'].flatMap((name) =>
    [false, null, 0].map((value) => asked(name, value)),
  );
  expect(off.every((ban) => ban === undefined)).toBe(true);
  for (const name of ['amberBehindPoint', 'redBehindPoints', 'sponser', 'frankness', 'photographer', 'signature'])
    expect([name, asked(name)]).toEqual([name, undefined]);
  expect(asked('rank', '正处级')).toBeUndefined();
  expect(asked('photo', 'site.jpg')).toBeUndefined();
  expect(asked('photo', 'required')).toBe('必须拍照留痕');
});
