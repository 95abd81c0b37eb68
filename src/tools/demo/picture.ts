import { crc32, deflateSync } from 'node:zlib';
import { share } from './chance.js';

type Colour = readonly [red: number, green: number, blue: number];

const WIDTH = 480;
const HEIGHT = 320;

/**
 * A little picture of a building site as PNG bytes: sky, ground, a building as far up as `percent` says, a crane beside
 * it. Drawn, so that the demonstration carries evidence without carrying anybody's photograph.
 */
export function sitePicture(seed: string, percent: number): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const paint = (left: number, top: number, width: number, height: number, [red, green, blue]: Colour) => {
    for (let y = Math.max(0, top); y < Math.min(HEIGHT, top + height); y++) {
      for (let x = Math.max(0, left); x < Math.min(WIDTH, left + width); x++) {
        const at = (y * WIDTH + x) * 3;
        pixels[at] = red;
        pixels[at + 1] = green;
        pixels[at + 2] = blue;
      }
    }
  };
  const horizon = 236;
  for (let y = 0; y < horizon; y++) {
    const fade = y / horizon;
    paint(0, y, WIDTH, 1, [150 + Math.round(60 * fade), 190 + Math.round(35 * fade), 225 + Math.round(15 * fade)]);
  }
  paint(0, horizon, WIDTH, HEIGHT - horizon, [178, 150, 112]);
  for (let stone = 0; stone < 60; stone++) {
    const x = Math.floor(share(seed, 'x', stone) * WIDTH);
    const y = horizon + 6 + Math.floor(share(seed, 'y', stone) * (HEIGHT - horizon - 10));
    paint(x, y, 6, 2, [150, 124, 90]);
  }
  const left = 90 + Math.floor(share(seed, 'left') * 60);
  const floors = Math.max(1, Math.round(percent / 16));
  for (let floor = 0; floor < floors; floor++) {
    const top = horizon - (floor + 1) * 28;
    paint(left, top, 190, 28, [196, 192, 184]);
    paint(left, top, 190, 4, [128, 126, 122]);
    for (let bay = 0; bay < 6; bay++) paint(left + 10 + bay * 30, top + 9, 16, 14, [96, 112, 124]);
  }
  const mast = left + 232;
  paint(mast, 44, 8, horizon - 44, [222, 162, 38]);
  paint(mast - 150, 52, 220, 6, [222, 162, 38]);
  paint(mast + 52, 58, 18, 14, [110, 110, 110]);
  paint(mast - 110, 58, 2, 70, [60, 60, 60]);
  paint(mast - 122, 128, 26, 8, [150, 70, 50]);
  return png(pixels);
}

/** PNG of 8-bit colours without a palette (RFC 2083): each row begins with its filter, here none. */
function png(pixels: Buffer): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) pixels.copy(rows, y * (WIDTH * 3 + 1) + 1, y * WIDTH * 3, (y + 1) * WIDTH * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
